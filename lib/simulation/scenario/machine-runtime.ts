import type { PodRuntime, RuntimeContext } from '../controllers/runtime/pod-runtime';
import type { PodBehaviour } from '../pod-behaviour';
import type { PodEvent } from '../pod-event';
import { createPodMachine } from '../pod-machine';
import { isConditionTrue, type PodStatus } from '../pod-status';

/** How a pod of a cluster is run. */
export interface MachineRuntimeOptions {
  readonly behaviour: PodBehaviour;
  readonly minor: number;
  readonly pullSeconds: number;
  readonly onEvent: (event: PodEvent) => void;
  readonly onStatus: (status: PodStatus, at: number) => void;
}

/** Runs a pod of a cluster in a simulated kubelet, with all its probes, restarts and hooks. */
export function createMachineRuntime(context: RuntimeContext, options: MachineRuntimeOptions): PodRuntime {
  const { queue, choices, pod } = context;
  let killed = false;
  const machine = createPodMachine(queue, {
    ...options,
    name: pod.name,
    namespace: pod.namespace,
    spec: pod.spec,
    choices,
    onEvent(event) {
      if (killed) return;
      options.onEvent(event);
      if (event.type === 'gone') context.ended();
    },
    onStatus(status, at) {
      if (killed) return;
      options.onStatus(status, at);
      const restarts = [...status.initContainerStatuses, ...status.containerStatuses];
      const ends = status.containerStatuses.flatMap(
        ({ state, lastState }) => state.terminated ?? lastState.terminated ?? [],
      );
      const exitCode = ends.sort((one, other) => other.finishedAt - one.finishedAt)[0]?.exitCode;
      context.report({
        phase: status.phase,
        ready: isConditionTrue(status, 'Ready'),
        restartCount: restarts.reduce((sum, { restartCount }) => sum + restartCount, 0),
        ...(exitCode !== undefined && { exitCode }),
      });
    },
  });
  return {
    start: () => machine.start(),
    stop: (gracePeriodSeconds) => machine.delete(gracePeriodSeconds),
    kill() {
      killed = true;
    },
  };
}
