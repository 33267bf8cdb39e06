import type { PodSpec } from '../kubernetes/generated/decoded';
import { type Choices, nominalChoices } from './choices';
import type { EventQueue } from './event-queue';
import type { StartFailure } from './kubelet/container-status';
import { featuresOf } from './kubelet/features';
import { generatePodStatus } from './kubelet/generate-pod-status';
import { createPodWorker, type SyncResult } from './kubelet/pod-worker';
import { createProbeManager } from './kubelet/probe-manager';
import type { Process } from './kubelet/process';
import { createRelister } from './kubelet/relister';
import { type BackOffCurve, createRestartBackOff, DEFAULT_BACK_OFF } from './kubelet/restart-back-off';
import { createContainerRuntime, type RuntimeSnapshot } from './kubelet/runtime';
import { createStatusManager } from './kubelet/status-manager';
import { killPod, type SyncContext, syncPod } from './kubelet/sync-pod';
import type { PodBehaviour } from './pod-behaviour';
import type { PodEvent } from './pod-event';
import type { PodStatus } from './pod-status';

/** What a pod machine is made of. */
export interface PodMachineOptions {
  readonly name: string;
  /** Default `default`. */
  readonly namespace?: string;
  /** The node, for the Events that name it; default `node-1`. */
  readonly node?: string;
  /** The spec with the API server's defaults filled in. */
  readonly spec: PodSpec;
  readonly behaviour: PodBehaviour;
  /** Default: the nominal ones. */
  readonly choices?: Choices;
  /** The minor of the kubelet; default 36. */
  readonly minor?: number;
  /** Seconds that pulling an image takes the first time; default 0, and then the node has it. */
  readonly pullSeconds?: number;
  /** How long restarts are held back; default the kubelet's own curve, 10 s doubled up to 300 s. */
  readonly backOff?: BackOffCurve;
  /**
   * Shows the status as the kubelet computes it, which is what a static pod without an API server has. The API server
   * shows a terminal phase only once every container is known to have ended. Default false.
   */
  readonly standalone?: boolean;
  readonly onEvent?: (event: PodEvent) => void;
  /** Called with each status that differs from the one before. */
  readonly onStatus?: (status: PodStatus, at: number) => void;
}

/** One pod on a node, run by a simulated kubelet. */
export interface PodMachine {
  /** The kubelet sees the pod for the first time. */
  start(): void;
  /** The pod is deleted. @param gracePeriodSeconds Default `terminationGracePeriodSeconds` of the spec. */
  delete(gracePeriodSeconds?: number): void;
  /** The status that the API server holds. */
  status(): PodStatus;
  /** Whether the pod object is gone after a deletion. */
  isGone(): boolean;
}

/**
 * A pod on a queue that many may share; nothing happens before `start`.
 *
 * Follows kubernetes pkg/kubelet/kubelet.go SyncPod, SyncTerminatingPod, SyncTerminatedPod and syncLoopIteration.
 */
export function createPodMachine(queue: EventQueue, options: PodMachineOptions): PodMachine {
  const { spec, choices = nominalChoices, pullSeconds = 0, onEvent = () => {}, onStatus = () => {} } = options;
  const features = featuresOf(options.minor ?? 36);
  const runtime = createContainerRuntime(queue, choices, options.behaviour, onEvent, () => relister.wake());
  const statuses = createStatusManager(queue, spec, features, options.standalone ?? false, onStatus);
  const relister = createRelister(queue, choices, features, runtime, () => worker.update());
  const probes = createProbeManager(
    { queue, features, runtime, emit: onEvent, status: statuses.cached },
    spec,
    choices,
    (type, id, result) => {
      if (type === 'readiness') statuses.setReadiness(id, result === 'success');
      if (type === 'startup') statuses.setStartup(id, result === 'success');
      if (type !== 'liveness' || result === 'failure') worker.update();
    },
  );
  const failures = new Map<string, StartFailure>();
  const images = [...(spec.initContainers ?? []), ...(spec.containers ?? [])].map(({ image = '' }) => image);
  const context: SyncContext = {
    queue,
    features,
    runtime,
    emit: onEvent,
    pullSeconds,
    pulled: new Set(pullSeconds > 0 ? [] : images),
    graceSeconds: spec.terminationGracePeriodSeconds ?? 30,
    podName: `${options.name}_${options.namespace ?? 'default'}`,
    spec,
    probes,
    backOff: createRestartBackOff(queue, choices, options.backOff ?? DEFAULT_BACK_OFF),
    failures,
    requestRelist: () => relister.request(),
  };
  const clock = choices.next('clock');
  const wholeSecond = (time: number) => Math.floor(time + clock) - clock;

  let stage: 'running' | 'terminating' | 'terminated' = 'running';
  let deletion: { readonly at: number; readonly graceSeconds: number } | undefined;
  let gone = false;

  const report = (snapshot: RuntimeSnapshot, isTerminal: boolean) => {
    const previous = statuses.cached();
    const { status, unprobed } = generatePodStatus({
      spec,
      snapshot,
      failures,
      features,
      wholeSecond,
      startupResult: (id) => probes.result('startup', id),
      readinessResult: (id) => probes.result('readiness', id),
      ...(previous && { previous }),
      hasSandbox: runtime.hasSandbox,
      isDeleted: deletion !== undefined,
      isTerminal,
      now: queue.now,
    });
    const probeLater = probes.trigger(unprobed);
    statuses.set(status);
    probeLater();
    return status;
  };

  function* sync(): Process<SyncResult> {
    if (stage === 'terminated') {
      report(runtime.snapshot(), true);
      statuses.resend();
      probes.stop(['startup', 'liveness', 'readiness']);
      gone = deletion !== undefined;
      if (gone) onEvent({ at: queue.now, type: 'gone' });
      return { kind: 'finished' };
    }
    const snapshot = relister.cached();
    const { phase } = report(snapshot, false);
    if (deletion === undefined && stage === 'running') {
      if (phase === 'Succeeded' || phase === 'Failed') {
        stage = 'terminating';
        return { kind: 'next-stage' };
      }
      probes.start();
      return yield* syncPod(context, snapshot);
    }
    stage = 'terminating';
    probes.stop(['startup', 'liveness']);
    yield* killPod(context, snapshot, deletion?.graceSeconds ?? context.graceSeconds);
    statuses.allowTerminalPhase();
    report(runtime.snapshot(), true);
    stage = 'terminated';
    return { kind: 'next-stage' };
  }

  const worker = createPodWorker(queue, choices, features, relister, sync);

  return {
    start() {
      const message = `Successfully assigned ${options.namespace ?? 'default'}/${options.name} to ${options.node ?? 'node-1'}`;
      onEvent({ at: queue.now, type: 'event', severity: 'Normal', reason: 'Scheduled', message });
      worker.update();
    },
    delete(gracePeriodSeconds = context.graceSeconds) {
      if (deletion) return;
      deletion = { at: queue.now, graceSeconds: Math.max(gracePeriodSeconds, 1) };
      onEvent({ at: queue.now, type: 'deleted' });
      statuses.markDeleted(queue.now);
      worker.update();
    },
    status: () => statuses.shown(),
    isGone: () => gone,
  };
}
