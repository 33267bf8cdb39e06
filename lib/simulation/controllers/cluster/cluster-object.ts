import type {
  CronJobSpec,
  DaemonSetSpec,
  DeploymentSpec,
  JobSpec,
  PodDisruptionBudgetSpec,
  PodSpec,
  PodTemplateSpec,
  ReplicaSetSpec,
  ServiceSpec,
  StatefulSetSpec,
  Taint,
} from '../../../kubernetes/generated/decoded';
import type { Labels } from '../../../kubernetes/label-selector';
import type { PodPhase } from '../../pod-status';

/** The kinds that own pods, or own what owns them. */
export type OwnerKind = 'Deployment' | 'ReplicaSet' | 'StatefulSet' | 'DaemonSet' | 'Job' | 'CronJob';

/** The controller of an object. */
export interface Owner {
  readonly kind: OwnerKind;
  readonly id: string;
}

/** What every object of a cluster has. */
export interface ClusterObject {
  /** Its name, with its namespace in front unless that is `default`. */
  readonly id: string;
  readonly name: string;
  readonly namespace: string;
  /** Simulated seconds. */
  readonly createdAt: number;
  labels: Labels;
  owner?: Owner;
  /** Its deletion waits for that of the objects that it owns; only workloads. */
  isDeleting?: boolean;
}

/** The deletion of a pod, from the moment that its `deletionTimestamp` is set. */
export interface PodDeletion {
  readonly at: number;
  readonly gracePeriodSeconds: number;
}

/** A pod. Times are simulated seconds. */
export interface ClusterPod extends ClusterObject {
  readonly spec: PodSpec;
  annotations: Labels;
  /** Which template of its owner it was made from: `r1`, `r2`; undefined for pods without one. */
  readonly revision?: string;
  /** The completion index, for pods of an Indexed Job. */
  readonly index?: number;
  /** Stands for the uid where Kubernetes compares them, in [0, 1]. */
  readonly uid: number;
  node?: string;
  /** Whether the scheduler has found no node for it. */
  unschedulable: boolean;
  phase: PodPhase;
  ready: boolean;
  /** `lastTransitionTime` of the Ready condition. */
  readySince: number;
  restartCount: number;
  /** The exit code of the last container that ended. */
  exitCode?: number;
  /** When its containers ended, once its phase is Succeeded or Failed. */
  finishedAt?: number;
  deletion?: PodDeletion;
  /** The reason of its DisruptionTarget condition. */
  disruptionTarget?: string;
}

/** A taint, and when it was added, in simulated seconds. */
export interface NodeTaint extends Taint {
  readonly key: string;
  readonly effect: string;
  readonly addedAt: number;
}

/** A node. Times are simulated seconds. */
export interface ClusterNode extends ClusterObject {
  readonly zone: string;
  /** Status of its Ready condition. */
  ready: 'True' | 'Unknown';
  taints: readonly NodeTaint[];
  unschedulable: boolean;
  /** The number of pods that it can hold. */
  readonly maxPods: number;
  /** When its kubelet last renewed its Lease, once it no longer does; undefined while it does. */
  lastHeartbeat?: number;
}

/** A condition of a workload. Times are simulated seconds, cut to the whole second. */
export interface WorkloadCondition {
  readonly type: string;
  readonly status: 'True' | 'False' | 'Unknown';
  readonly reason: string;
  readonly lastUpdateTime: number;
}

/** The replica counts in the status of a workload. */
export interface ReplicaCounts {
  readonly replicas: number;
  readonly updatedReplicas: number;
  readonly readyReplicas: number;
  readonly availableReplicas: number;
  readonly terminatingReplicas: number;
}

/** No replicas at all. */
export const NO_REPLICAS: ReplicaCounts = {
  replicas: 0,
  updatedReplicas: 0,
  readyReplicas: 0,
  availableReplicas: 0,
  terminatingReplicas: 0,
};

/** Whether two statuses count the same. */
export function sameCounts(one: ReplicaCounts, other: ReplicaCounts): boolean {
  return (
    one.replicas === other.replicas &&
    one.updatedReplicas === other.updatedReplicas &&
    one.readyReplicas === other.readyReplicas &&
    one.availableReplicas === other.availableReplicas &&
    one.terminatingReplicas === other.terminatingReplicas
  );
}

/** A spec whose parts that the API server always fills in are there. */
type Filled<S, K extends keyof S> = Omit<S, K> & { [P in K]-?: NonNullable<S[P]> };

/** A Deployment. */
export interface ClusterDeployment extends ClusterObject {
  /** The templates in the order in which they first appeared; the first is `r1`. */
  readonly templates: PodTemplateSpec[];
  spec: Filled<DeploymentSpec, 'replicas' | 'template'>;
  generation: number;
  observedGeneration: number;
  revision: number;
  conditions: readonly WorkloadCondition[];
  status: ReplicaCounts;
}

/** A ReplicaSet. */
export interface ClusterReplicaSet extends ClusterObject {
  spec: Filled<ReplicaSetSpec, 'replicas' | 'template'>;
  /** `r1` for the first template of its Deployment. */
  readonly templateName?: string;
  /** The annotations that its Deployment keeps in it. */
  revision: number;
  revisionHistory: readonly number[];
  desiredReplicas?: number;
  maxReplicas?: number;
  status: ReplicaCounts;
}

/** A StatefulSet or a DaemonSet: it keeps its templates as revisions, `r1` being the first. */
interface RevisionedObject extends ClusterObject {
  /** The templates in the order in which they first appeared. */
  readonly templates: PodTemplateSpec[];
  /** The place of the current template in `templates`. */
  updateRevision: number;
  status: ReplicaCounts;
}

/** A StatefulSet. */
export interface ClusterStatefulSet extends RevisionedObject {
  spec: Filled<StatefulSetSpec, 'replicas' | 'template'>;
  /** The place in `templates` of the template that all pods had when the last update was complete. */
  currentRevision: number;
}

/** A DaemonSet. */
export interface ClusterDaemonSet extends RevisionedObject {
  spec: Filled<DaemonSetSpec, 'template'>;
}

/** A Job. */
export interface ClusterJob extends ClusterObject {
  spec: Filled<JobSpec, 'parallelism' | 'backoffLimit' | 'template'>;
  generation: number;
  conditions: readonly WorkloadCondition[];
  startTime?: number;
  completionTime?: number;
  active: number;
  ready: number;
  succeeded: number;
  failed: number;
  readonly succeededIndexes: Set<number>;
  readonly failedIndexes: Set<number>;
}

/** A CronJob. */
export interface ClusterCronJob extends ClusterObject {
  spec: Filled<CronJobSpec, 'schedule' | 'jobTemplate'>;
  generation: number;
  /** The last time that it was to start a Job and did, or had it refused; simulated seconds. */
  lastScheduleTime?: number;
  readonly active: Set<string>;
}

/** A PodDisruptionBudget. */
export interface ClusterDisruptionBudget extends ClusterObject {
  spec: PodDisruptionBudgetSpec;
  generation: number;
  observedGeneration: number;
  /** Rises with every change, as `resourceVersion` does. */
  version: number;
  currentHealthy: number;
  desiredHealthy: number;
  expectedPods: number;
  disruptionsAllowed: number;
  /** The ids of pods whose eviction was granted and whose deletion has not been seen yet. */
  readonly disruptedPods: Set<string>;
}

/** A Service. */
export interface ClusterService extends ClusterObject {
  spec: ServiceSpec;
}
