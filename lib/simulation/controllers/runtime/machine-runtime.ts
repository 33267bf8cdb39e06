import type { PodBehaviour } from '../../pod-behaviour';
import type { PodEvent } from '../../pod-event';
import { createPodMachine } from '../../pod-machine';
import { isConditionTrue, type PodStatus } from '../../pod-status';
import type { PodReport, PodRuntime, RuntimeContext } from './pod-runtime';

/** How a pod of a cluster is run. */
export interface MachineRuntimeOptions {
  readonly behaviour: PodBehaviour;
  /** The minor of the kubelet. */
  readonly minor: number;
  /** Seconds that pulling an image takes; default 0. */
  readonly pullSeconds?: number;
  readonly onEvent?: (event: PodEvent) => void;
  /** Called with each status that differs from the one before. */
  readonly onStatus?: (status: PodStatus, at: number) => void;
}

/** Runs a pod of a cluster in a simulated kubelet, with all its probes, restarts and hooks. */
export function createMachineRuntime(context: RuntimeContext, options: MachineRuntimeOptions): PodRuntime {
  const { queue, choices, pod } = context;
  let isKilled = false;
  const machine = createPodMachine(queue, {
    ...options,
    name: pod.name,
    namespace: pod.namespace,
    spec: pod.spec,
    choices,
    onEvent(event) {
      if (isKilled) return;
      options.onEvent?.(event);
      if (event.type === 'gone') context.ended();
    },
    onStatus(status, at) {
      if (isKilled) return;
      options.onStatus?.(status, at);
      context.report(reportOf(status));
    },
  });
  return {
    start: () => machine.start(),
    stop: (gracePeriodSeconds) => machine.delete(gracePeriodSeconds),
    kill() {
      isKilled = true;
      machine.delete(0);
    },
  };
}

function reportOf({ phase, initContainerStatuses, containerStatuses, ...status }: PodStatus): PodReport {
  const ends = containerStatuses.flatMap(({ state, lastState }) => state.terminated ?? lastState.terminated ?? []);
  const latest = ends.sort((one, other) => other.finishedAt - one.finishedAt)[0];
  const all = [...initContainerStatuses, ...containerStatuses];
  return {
    phase,
    ready: isConditionTrue({ phase, initContainerStatuses, containerStatuses, ...status }, 'Ready'),
    restartCount: all.reduce((sum, { restartCount }) => sum + restartCount, 0),
    ...(latest && { exitCode: latest.exitCode }),
  };
}
