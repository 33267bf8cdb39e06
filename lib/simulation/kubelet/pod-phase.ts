import type { PodSpec } from '../../kubernetes/generated/decoded';
import type { ContainerStatus, PodPhase } from '../pod-status';
import { isSidecar, shouldRestart, shouldRestartInit } from './restart-policy';

/** Whether any container of the pod proper has ever started; init containers are over then. */
export function isInitialized(containers: readonly ContainerStatus[]): boolean {
  return containers.some(({ containerID }) => containerID !== undefined);
}

/**
 * The phase that the statuses of the containers amount to.
 *
 * Follows kubernetes pkg/kubelet/kubelet_pods.go getPhase.
 *
 * @param isTerminal Whether the kubelet has stopped the pod for good.
 */
export function podPhase(
  spec: PodSpec,
  init: readonly ContainerStatus[],
  containers: readonly ContainerStatus[],
  isTerminal: boolean,
): PodPhase {
  const initialization = initializing(spec, init);
  if (initialization === 'failed') return 'Failed';
  if (initialization === 'pending' && !isInitialized(containers) && !isTerminal) return 'Pending';

  const ended = containers.map(({ state, lastState }) => state.terminated ?? (state.waiting && lastState.terminated));
  const isWaiting = containers.some(({ state }, index) => state.waiting && !ended[index]);
  if (isWaiting) return isTerminal ? 'Failed' : 'Pending';
  if (containers.some(({ state }) => state.running)) return 'Running';
  const sidecarRuns = init.some(({ state }, index) => {
    const container = spec.initContainers?.[index];
    return container !== undefined && isSidecar(container) && state.running !== undefined;
  });
  if (!isTerminal) {
    if (sidecarRuns) return 'Running';
    const again = (spec.containers ?? []).some((container, index) => {
      const last = ended[index];
      return last !== undefined && shouldRestart(container, spec, last.exitCode);
    });
    if (again) return 'Running';
  }
  return ended.every((last) => last?.exitCode === 0) ? 'Succeeded' : 'Failed';
}

function initializing(spec: PodSpec, init: readonly ContainerStatus[]): 'done' | 'pending' | 'failed' {
  let result: 'done' | 'pending' = 'done';
  for (const [index, container] of (spec.initContainers ?? []).entries()) {
    const status = init[index];
    if (isSidecar(container)) {
      if (!status?.started) result = 'pending';
      continue;
    }
    const last = status?.state.terminated ?? (status?.state.waiting && status.lastState.terminated);
    if (last?.exitCode === 0) continue;
    if (last && !shouldRestartInit(container, spec, last.exitCode)) return 'failed';
    result = 'pending';
  }
  return result;
}
