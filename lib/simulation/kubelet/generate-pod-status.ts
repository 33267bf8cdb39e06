import type { PodSpec } from '../../kubernetes/generated/decoded';
import type { ContainerStatus, PodStatus } from '../pod-status';
import { type ContainerStatusInput, containerStatuses } from './container-status';
import type { KubeletFeatures } from './features';
import { podConditions } from './pod-conditions';
import { podPhase } from './pod-phase';
import { isSidecar } from './restart-policy';

/** What the probes of a container have found, by the id of its instance. */
export type ProbeResult = 'success' | 'failure' | 'unknown';

/** Everything that a status is made from. */
export interface PodStatusInput extends ContainerStatusInput {
  readonly features: KubeletFeatures;
  readonly startupResult: (id: number) => ProbeResult | undefined;
  readonly readinessResult: (id: number) => ProbeResult | undefined;
  readonly hasSandbox: boolean;
  /** Whether the kubelet has stopped the pod for good. */
  readonly isTerminal: boolean;
  readonly now: number;
}

/**
 * The status of a pod, and the containers whose readiness is to be probed at once because they have started and are not
 * known to be ready.
 *
 * Follows kubernetes pkg/kubelet/kubelet_pods.go generateAPIPodStatus and prober/prober_manager.go UpdatePodStatus.
 */
export function generatePodStatus(input: PodStatusInput): { status: PodStatus; unprobed: string[] } {
  const { spec, previous, features, isTerminal, now } = input;
  const unprobed: string[] = [];
  const withProbes = (status: ContainerStatus, isInit: boolean): ContainerStatus => {
    const container = (isInit ? spec.initContainers : spec.containers)?.find(({ name }) => name === status.name) ?? {};
    const started = isStarted(input, status, container.startupProbe !== undefined && (!isInit || isSidecar(container)));
    if (isInit && !isSidecar(container)) return { ...status, started, ready: status.state.terminated?.exitCode === 0 };
    if (!started || status.containerID === undefined) return { ...status, started };
    if (input.readinessResult(status.containerID) === 'success' || !container.readinessProbe) {
      return { ...status, started, ready: true };
    }
    unprobed.push(status.name);
    return { ...status, started };
  };
  const init = containerStatuses(input, true).map((status) => withProbes(status, true));
  const containers = containerStatuses(input, false).map((status) => withProbes(status, false));
  const generated = podPhase(spec, init, containers, isTerminal);
  const isOver = previous?.phase === 'Succeeded' || previous?.phase === 'Failed';
  const phase = isOver ? previous.phase : generated;
  const conditions = podConditions({
    spec,
    phase,
    init,
    containers,
    ...(features.reportsReadyToStart && { hasSandbox: input.hasSandbox }),
    ...(previous && { previous }),
    now,
  });
  return { status: { phase, conditions, initContainerStatuses: init, containerStatuses: containers }, unprobed };
}

/** The status with other container statuses, and with the conditions that follow from them. */
export function withContainerStatuses(
  spec: PodSpec,
  features: KubeletFeatures,
  status: PodStatus,
  change: (container: ContainerStatus) => ContainerStatus,
  now: number,
): PodStatus {
  const init = status.initContainerStatuses.map(change);
  const containers = status.containerStatuses.map(change);
  const toStart = status.conditions.find(({ type }) => type === 'PodReadyToStartContainers');
  const conditions = podConditions({
    spec,
    phase: status.phase,
    init,
    containers,
    ...(features.reportsReadyToStart && { hasSandbox: toStart?.status === 'True' }),
    previous: status,
    now,
  });
  return { ...status, conditions, initContainerStatuses: init, containerStatuses: containers };
}

function isStarted(input: PodStatusInput, status: ContainerStatus, hasProbe: boolean): boolean {
  if (!status.state.running || status.containerID === undefined) return false;
  const result = input.startupResult(status.containerID);
  if (result !== undefined) return result === 'success';
  if (!hasProbe) return true;
  if (!input.features.keepsStarted || !input.previous) return false;
  const { initContainerStatuses, containerStatuses: regular } = input.previous;
  return [...initContainerStatuses, ...regular].some(({ name, started }) => name === status.name && started);
}
