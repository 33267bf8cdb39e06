import type { Container, PodSpec } from '../../kubernetes/generated/decoded';
import type { Choices } from '../choices';
import type { ProbeType } from '../pod-event';
import type { ProbeResult } from './generate-pod-status';
import { createProbeWorker, type ProbeWorker, type ProbeWorkerContext } from './probe-worker';
import { isSidecar, shouldRestart, shouldRestartInit } from './restart-policy';

/** The probe workers of a pod and what they have found. */
export interface ProbeManager {
  /** Starts a worker for every probe of the pod, the first time. */
  start(): void;
  stop(types: readonly ProbeType[]): void;
  result(type: ProbeType, id: number): ProbeResult | undefined;
  /**
   * Probes the readiness of these containers at once.
   *
   * @returns What is to be done when the status is stored: the probes that did not run before.
   */
  trigger(containers: readonly string[]): () => void;
}

/** Seconds from a result to the sync loop, which is less than the quickest probe takes. */
const DELIVERY = 0.0005;
/** The share of immediate probes that run before the status is stored: above this choice, see `JitterSource`. */
const TOO_EARLY = 0.75;

/**
 * Follows kubernetes pkg/kubelet/prober/prober_manager.go AddPod and UpdatePodStatus, results/results_manager.go Set.
 *
 * @param onResult Called when a result differs from the one before, or is the first for its instance.
 */
export function createProbeManager(
  context: Omit<ProbeWorkerContext, 'store' | 'willRestart'>,
  spec: PodSpec,
  choices: Choices,
  onResult: (type: ProbeType, id: number, result: ProbeResult) => void,
): ProbeManager {
  const workers = new Map<string, ProbeWorker>();
  const results = { startup: new Map(), liveness: new Map(), readiness: new Map() } as Record<
    ProbeType,
    Map<number, ProbeResult>
  >;
  let started = false;

  const store = (type: ProbeType, id: number, result: ProbeResult | undefined) => {
    if (result === undefined) {
      results[type].delete(id);
    } else if (results[type].get(id) !== result) {
      results[type].set(id, result);
      context.queue.after(DELIVERY, () => onResult(type, id, result));
    }
  };
  const add = (container: Container, isInit: boolean) => {
    const willRestart = (one: Container, exitCode: number) =>
      (isInit ? shouldRestartInit : shouldRestart)(one, spec, exitCode);
    for (const type of ['startup', 'readiness', 'liveness'] as const) {
      const probe = container[`${type}Probe`];
      if (!probe) continue;
      workers.set(
        `${type} ${container.name}`,
        createProbeWorker({ ...context, store, willRestart }, container, type, probe),
      );
    }
  };

  return {
    start() {
      if (started) return;
      started = true;
      for (const container of spec.containers ?? []) add(container, false);
      for (const container of spec.initContainers ?? []) if (isSidecar(container)) add(container, true);
    },
    stop(types) {
      for (const [key, worker] of workers) if (types.some((type) => key.startsWith(`${type} `))) worker.stop();
    },
    result: (type, id) => results[type].get(id),
    trigger(containers) {
      const later: ProbeWorker[] = [];
      for (const container of containers) {
        const worker = workers.get(`readiness ${container}`);
        if (!worker) continue;
        if (choices.next('trigger') > TOO_EARLY) worker.trigger();
        else later.push(worker);
      }
      return () => {
        for (const worker of later) worker.trigger();
      };
    },
  };
}
