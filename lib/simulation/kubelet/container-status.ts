import type { Container, PodSpec } from '../../kubernetes/generated/decoded';
import type { ContainerState, ContainerStatus, PodStatus } from '../pod-status';
import { shouldRestart, shouldRestartInit } from './restart-policy';
import type { Instance, RuntimeSnapshot } from './runtime';

/** Why the last attempt to start a container failed. Follows kubernetes pkg/kubelet/reason_cache.go. */
export interface StartFailure {
  readonly reason: string;
  readonly message: string;
}

/** What the statuses of a pod's containers are made from. */
export interface ContainerStatusInput {
  readonly spec: PodSpec;
  readonly snapshot: RuntimeSnapshot;
  readonly failures: ReadonlyMap<string, StartFailure>;
  readonly isDeleted: boolean;
  /** The status before, whose last states stay when the runtime has forgotten them. */
  readonly previous?: PodStatus;
  /** A time as statuses show it: whole seconds of the wall clock. */
  readonly wholeSecond: (time: number) => number;
}

/**
 * The statuses of containers or of init containers, before probes have their say.
 *
 * Follows kubernetes pkg/kubelet/kubelet_pods.go convertToAPIContainerStatuses: a container that ended keeps that state
 * until an attempt to start it has failed; then it waits with that reason, and its end is the last state.
 */
export function containerStatuses(input: ContainerStatusInput, isInit: boolean): ContainerStatus[] {
  const { spec, snapshot, failures, isDeleted, wholeSecond } = input;
  const containers = (isInit ? spec.initContainers : spec.containers) ?? [];
  const restarts = isInit ? shouldRestartInit : shouldRestart;
  const creating = { waiting: { reason: spec.initContainers?.length ? 'PodInitializing' : 'ContainerCreating' } };
  const known = input.previous?.[isInit ? 'initContainerStatuses' : 'containerStatuses'];
  return containers.map((container: Container) => {
    const name = container.name ?? '';
    const [newest, previous] = snapshot.get(name) ?? [];
    const state = newest ? stateOf(newest, wholeSecond) : creating;
    const lastState = previous
      ? stateOf(previous, wholeSecond)
      : (known?.find((one) => one.name === name)?.lastState ?? {});
    const status = {
      name,
      ...(newest && { containerID: newest.id }),
      state,
      lastState,
      ready: false,
      started: false,
      restartCount: newest?.restart ?? 0,
    };
    const failure = failures.get(name);
    if (!failure || isDeleted || (newest && !newest.ended)) return status;
    if (newest?.ended && !restarts(container, spec, newest.ended.code)) return status;
    return { ...status, state: { waiting: failure }, lastState: newest ? state : lastState };
  });
}

function stateOf(instance: Instance, wholeSecond: (time: number) => number): ContainerState {
  const startedAt = wholeSecond(instance.startedAt);
  if (!instance.ended) return { running: { startedAt } };
  const { code, reason, at } = instance.ended;
  return { terminated: { exitCode: code, reason, startedAt, finishedAt: wholeSecond(at) } };
}
