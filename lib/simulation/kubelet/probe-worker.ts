import type { Container, Probe } from '../../kubernetes/generated/decoded';
import type { EventQueue, Scheduled } from '../event-queue';
import type { PodEvent, ProbeType } from '../pod-event';
import type { ContainerStatus, PodStatus } from '../pod-status';
import { handlerPort } from './container-port';
import type { KubeletFeatures } from './features';
import type { ProbeResult } from './generate-pod-status';
import { probeOutcome } from './probe-outcome';
import type { ContainerRuntime } from './runtime';

/** What all probe workers of a pod share. */
export interface ProbeWorkerContext {
  readonly queue: EventQueue;
  readonly features: KubeletFeatures;
  readonly runtime: ContainerRuntime;
  /** The kubelet's cached status, which is all that a worker knows of its container. */
  readonly status: () => PodStatus | undefined;
  readonly emit: (event: PodEvent) => void;
  /** Whether the container would be run again after this exit. */
  readonly willRestart: (container: Container, exitCode: number) => boolean;
  /** Stores a result; undefined forgets it. */
  readonly store: (type: ProbeType, id: number, result: ProbeResult | undefined) => void;
}

/** Runs one kind of probe of one container, through all its restarts. */
export interface ProbeWorker {
  /** Probes at once, and counts the periods from now on; a probe that is under way is followed by another one. */
  trigger(): void;
  stop(): void;
}

const TITLE: Record<ProbeType, string> = { startup: 'Startup', liveness: 'Liveness', readiness: 'Readiness' };
const INITIAL: Record<ProbeType, ProbeResult> = { startup: 'unknown', liveness: 'success', readiness: 'failure' };

/**
 * Starts ticking at once. Follows kubernetes pkg/kubelet/prober/worker.go run and doProbe: a tick every period whatever
 * the container does, of which a running probe keeps one; a tick is skipped while the container is younger than the
 * initial delay; a verdict of liveness or startup rests the worker until the container has a new id.
 */
export function createProbeWorker(
  context: ProbeWorkerContext,
  container: Container,
  type: ProbeType,
  probe: Probe,
): ProbeWorker {
  const { queue, features, runtime, emit, store } = context;
  const period = probe.periodSeconds ?? 10;
  const port = handlerPort(container, probe);
  const name = container.name ?? '';
  let stopped = false;
  let busy = false;
  let pending: 'tick' | 'trigger' | undefined;
  let onHold = false;
  let knownId: number | undefined;
  let lastOk: boolean | undefined;
  let run = 0;
  let ticker: Scheduled | undefined;

  const tickFrom = (time: number) => {
    queue.cancel(ticker);
    ticker = queue.at(time + period, onTick);
  };
  const onTick = () => {
    ticker = queue.after(period, onTick);
    if (busy) pending ??= 'tick';
    else probeOnce();
  };
  const stop = () => {
    stopped = true;
    queue.cancel(ticker);
  };
  const runTrigger = () => {
    if (features.triggerRestartsTicker) tickFrom(queue.now);
    probeOnce();
  };

  const conclude = (id: number, ok: boolean, output: string) => {
    busy = false;
    if (stopped) return;
    const restart = currentStatus()?.restartCount ?? 0;
    emit({ at: queue.now, type: 'probe', container: name, restart, probe: type, ok, output });
    if (!ok) {
      const message = `${TITLE[type]} probe failed: ${output}`;
      emit({ at: queue.now, type: 'event', severity: 'Warning', reason: 'Unhealthy', message, container: name });
    }
    run = lastOk === ok ? run + 1 : 1;
    lastOk = ok;
    const threshold = ok ? (probe.successThreshold ?? 1) : (probe.failureThreshold ?? 3);
    if (run >= threshold) {
      store(type, id, ok ? 'success' : 'failure');
      if ((type === 'liveness' && !ok) || type === 'startup') {
        onHold = true;
        run = 0;
      }
    }
    const next = pending;
    pending = undefined;
    if (next === 'tick') probeOnce();
    if (next === 'trigger') runTrigger();
  };

  const currentStatus = (): ContainerStatus | undefined => {
    const status = context.status();
    if (!status) return undefined;
    for (const one of status.containerStatuses) if (one.name === name) return one;
    for (const one of status.initContainerStatuses) if (one.name === name) return one;
    return undefined;
  };

  const probeOnce = () => {
    if (stopped) return;
    const phase = context.status()?.phase;
    if (phase === 'Succeeded' || phase === 'Failed') return stop();
    const status = currentStatus();
    const id = status?.containerID;
    if (!status || id === undefined) return;
    if (id !== knownId) {
      if (knownId !== undefined) store(type, knownId, undefined);
      knownId = id;
      store(type, id, INITIAL[type]);
      onHold = false;
    }
    if (onHold) return;
    const { running, terminated } = status.state;
    if (!running) {
      store(type, id, 'failure');
      if (terminated && !context.willRestart(container, terminated.exitCode)) stop();
      return;
    }
    if (Math.floor(queue.now - running.startedAt + 1e-9) < (probe.initialDelaySeconds ?? 0)) return;
    if (status.started === (type === 'startup')) return;
    const life = runtime.lifeOf(id);
    if (!life && !probe.httpGet && !probe.tcpSocket && !probe.grpc) return; // A command cannot be run: no verdict.
    const age = queue.now - (runtime.startOf(id) ?? queue.now);
    const answer = life ? life.answer({ purpose: type, handler: probe, port }, age) : { after: 0, refused: true };
    const { ok, seconds, output } = probeOutcome(probe, port, answer);
    busy = true;
    queue.after(seconds, () => conclude(id, ok, output));
  };

  tickFrom(queue.now);
  probeOnce();
  return {
    trigger() {
      if (stopped) return;
      if (busy) pending = 'trigger';
      else runTrigger();
    },
    stop,
  };
}
