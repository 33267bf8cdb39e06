import type { Container, PodSpec } from '../../kubernetes/generated/decoded';
import type { StartFailure } from './container-status';
import { podActions } from './pod-actions';
import type { SyncResult } from './pod-worker';
import type { ProbeManager } from './probe-manager';
import { all, type Process } from './process';
import type { RestartBackOff } from './restart-back-off';
import type { Instance, RuntimeSnapshot } from './runtime';
import { type StartContext, startContainer } from './start-container';
import { stopContainer } from './stop-container';
import { createTerminationOrder } from './termination-order';

/** What a sync works with. */
export interface SyncContext extends StartContext {
  readonly podName: string;
  readonly spec: PodSpec;
  readonly probes: ProbeManager;
  readonly backOff: RestartBackOff;
  /** Why containers could not be started last time, by name. */
  readonly failures: Map<string, StartFailure>;
  /** Asks for a listing at once. */
  readonly requestRelist: () => void;
}

/** Seconds that a sync takes to find out what there is to do, and that making the sandbox takes. */
const MOMENT = 0.003;

/**
 * Brings the containers of a pod where they should be, as far as the listing that the sync began with tells.
 *
 * Follows kubernetes pkg/kubelet/kuberuntime/kuberuntime_manager.go SyncPod: first the kills, one by one, then the starts.
 * A container that was killed here is not in the listing as ended, so its back-off looks at the instance before it.
 */
export function* syncPod(context: SyncContext, snapshot: RuntimeSnapshot): Process<SyncResult> {
  const { queue, runtime, spec, probes, emit, failures } = context;
  let acted = false;
  yield (resume) => void queue.after(MOMENT, resume);
  if (!runtime.hasSandbox) {
    runtime.createSandbox();
    acted = true;
  }
  const actions = podActions(spec, snapshot, {
    liveness: (id) => probes.result('liveness', id),
    startup: (id) => probes.result('startup', id),
  });
  if (actions.killPod) {
    yield* killPod(context, snapshot, context.graceSeconds);
    context.requestRelist();
    return { kind: 'done' };
  }
  for (const { container, instance, probe, message } of actions.kill) {
    const graceSeconds = container[`${probe}Probe`]?.terminationGracePeriodSeconds ?? context.graceSeconds;
    yield* stopContainer(queue, runtime, emit, { container, instance, graceSeconds, message });
    acted = true;
  }
  let backOffLeft: number | undefined;
  let failed = false;
  for (const container of [...actions.startInit, ...actions.start]) {
    const name = container.name ?? '';
    acted = true;
    const held = holdBack(context, container, snapshot);
    if (held) {
      backOffLeft = Math.min(backOffLeft ?? Number.POSITIVE_INFINITY, held.secondsLeft);
      failures.set(name, held.failure);
      continue;
    }
    const failure = yield* startContainer(context, container, nextRestart(snapshot.get(name)?.[0]));
    if (failure) {
      failed = true;
      failures.set(name, failure);
    } else {
      failures.delete(name);
    }
  }
  if (failed || backOffLeft !== undefined) return { kind: 'failed', ...(backOffLeft !== undefined && { backOffLeft }) };
  if (acted) context.requestRelist();
  return { kind: 'done' };
}

/**
 * Stops all containers of a pod side by side, and then its sandbox.
 *
 * Follows kubernetes pkg/kubelet/kuberuntime/kuberuntime_manager.go killPodWithSyncResult.
 */
export function* killPod(context: SyncContext, snapshot: RuntimeSnapshot, graceSeconds: number): Process {
  const { queue, runtime, emit, spec } = context;
  const containers = [...(spec.initContainers ?? []), ...(spec.containers ?? [])];
  const stops = containers.flatMap((container) => {
    const instance = snapshot.get(container.name ?? '')?.[0];
    return instance && !instance.ended ? [{ container, instance }] : [];
  });
  const order = createTerminationOrder(
    queue,
    spec,
    stops.map(({ container }) => container.name ?? ''),
  );
  yield all(
    stops.map(({ container, instance }) => {
      const message = `Stopping container ${container.name}`;
      return stopContainer(queue, runtime, emit, { container, instance, graceSeconds, message, order });
    }),
  );
  runtime.stopSandbox();
}

/** Follows kubernetes pkg/kubelet/kuberuntime/kuberuntime_manager.go doBackOff. */
function holdBack(context: SyncContext, container: Container, snapshot: RuntimeSnapshot) {
  const { queue, backOff, emit, podName } = context;
  const name = container.name ?? '';
  const ended = snapshot.get(name)?.find((instance) => instance.ended)?.ended;
  if (!ended) return undefined;
  if (!backOff.isHeldBack(name, ended.at)) {
    backOff.next(name, ended.at);
    return undefined;
  }
  const delay = backOff.delay(name);
  const message = `Back-off restarting failed container ${name} in pod ${podName}`;
  emit({ at: queue.now, type: 'event', severity: 'Warning', reason: 'BackOff', message, container: name });
  const text = `back-off ${inMinutes(delay)} restarting failed container=${name} pod=${podName}`;
  return { secondsLeft: ended.at + delay - queue.now, failure: { reason: 'CrashLoopBackOff', message: text } };
}

function nextRestart(newest: Instance | undefined): number {
  return newest ? newest.restart + 1 : 0;
}

/** Whole seconds as Go prints a duration: 40s, 1m20s, 5m0s. */
function inMinutes(seconds: number): string {
  return seconds < 60 ? `${seconds}s` : `${Math.floor(seconds / 60)}m${seconds % 60}s`;
}
