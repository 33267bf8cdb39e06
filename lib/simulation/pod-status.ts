/** The phase of a pod. */
export type PodPhase = 'Pending' | 'Running' | 'Succeeded' | 'Failed';

/** The state of a container, of which exactly one field is set. Times are simulated seconds. */
export interface ContainerState {
  readonly waiting?: { readonly reason: string; readonly message?: string };
  readonly running?: { readonly startedAt: number };
  readonly terminated?: {
    readonly exitCode: number;
    readonly reason: string;
    readonly startedAt: number;
    readonly finishedAt: number;
  };
}

/** The status of a container, with the names of the API. */
export interface ContainerStatus {
  readonly name: string;
  /** Tells the starts of one container apart; left out before the first. */
  readonly containerID?: number;
  readonly state: ContainerState;
  readonly lastState: ContainerState;
  readonly ready: boolean;
  readonly started: boolean;
  readonly restartCount: number;
}

/** A condition of a pod. */
export interface PodCondition {
  readonly type: 'PodScheduled' | 'PodReadyToStartContainers' | 'Initialized' | 'ContainersReady' | 'Ready';
  readonly status: 'True' | 'False';
  readonly reason?: string;
  readonly message?: string;
  /** When `status` last changed, in simulated seconds. */
  readonly lastTransitionTime: number;
}

/** The status of a pod, with the names of the API; times are simulated seconds. */
export interface PodStatus {
  readonly phase: PodPhase;
  readonly conditions: readonly PodCondition[];
  readonly initContainerStatuses: readonly ContainerStatus[];
  readonly containerStatuses: readonly ContainerStatus[];
  /** `metadata.deletionTimestamp` is set: the pod was deleted at this time. */
  readonly deletedAt?: number;
}

/** Whether a condition of this type is True. */
export function isConditionTrue(status: PodStatus, type: PodCondition['type']): boolean {
  return status.conditions.some((condition) => condition.type === type && condition.status === 'True');
}
