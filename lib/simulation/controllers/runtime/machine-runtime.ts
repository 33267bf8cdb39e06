import type { PodBehaviour } from '../../pod-behaviour';
import { createPodMachine } from '../../pod-machine';
import { isConditionTrue, type PodStatus } from '../../pod-status';
import type { PodRuntime, RuntimeContext } from './pod-runtime';

/** Seconds after which a pod that was killed, and that nobody looks at any more, is stopped. */
const NO_GRACE = 0;

/** What a pod machine is told besides its pod. */
export interface MachineOptions {
  /** The minor of the kubelet. */
  readonly minor: number;
  /** Seconds that pulling an image takes; default 0. */
  readonly pullSeconds?: number;
  /** Called with each status that differs from the one before. */
  readonly onStatus?: (status: PodStatus, at: number) => void;
}

/** Runs a pod in a simulated kubelet, with its probes, hooks and back-offs. */
export function createMachinePod(
  context: RuntimeContext,
  behaviour: PodBehaviour,
  options: MachineOptions,
): PodRuntime {
  const { queue, choices, pod } = context;
  let isKilled = false;
  const machine = createPodMachine(queue, {
    name: pod.name,
    namespace: pod.namespace,
    spec: pod.spec,
    behaviour,
    choices,
    minor: options.minor,
    pullSeconds: options.pullSeconds,
    onStatus(status, at) {
      options.onStatus?.(status, at);
      if (!isKilled) context.report(reportOf(status));
    },
    onEvent({ type }) {
      if (type === 'gone' && !isKilled) context.ended();
    },
  });
  return {
    start: () => machine.start(),
    stop: (gracePeriodSeconds) => machine.delete(gracePeriodSeconds),
    kill() {
      isKilled = true;
      machine.delete(NO_GRACE);
    },
  };
}

function reportOf(status: PodStatus) {
  const containers = [...status.initContainerStatuses, ...status.containerStatuses];
  const ends = containers.flatMap(({ state, lastState }) => state.terminated ?? lastState.terminated ?? []);
  const latest = ends.sort((one, other) => other.finishedAt - one.finishedAt)[0];
  return {
    phase: status.phase,
    ready: isConditionTrue(status, 'Ready'),
    restartCount: containers.reduce((sum, { restartCount }) => sum + restartCount, 0),
    exitCode: latest?.exitCode,
  };
}
