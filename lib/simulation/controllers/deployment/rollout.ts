import type { ClusterDeployment, ClusterReplicaSet } from '../cluster/cluster-object';
import { type Fenceposts, fencepostsOf } from './scaled-value';

/** What one sync of a Deployment looks at. */
export interface Rollout {
  readonly deployment: ClusterDeployment;
  /** The ReplicaSet of the current template. */
  readonly newSet?: ClusterReplicaSet;
  /** All others, oldest first. */
  readonly oldSets: readonly ClusterReplicaSet[];
  readonly fenceposts: Fenceposts;
}

/** The rollout of a Deployment, given all its ReplicaSets in the order of their creation. */
export function rolloutOf(
  deployment: ClusterDeployment,
  sets: readonly ClusterReplicaSet[],
  newSet: ClusterReplicaSet | undefined,
): Rollout {
  return {
    deployment,
    newSet,
    oldSets: sets.filter((set) => set !== newSet),
    fenceposts: fencepostsOf(deployment.spec),
  };
}

/** All ReplicaSets of a rollout, the new one last. */
export function setsOf({ oldSets, newSet }: Rollout): ClusterReplicaSet[] {
  return newSet ? [...oldSets, newSet] : [...oldSets];
}

/** The ReplicaSets that are to have replicas. */
export function activeSets(sets: readonly ClusterReplicaSet[]): ClusterReplicaSet[] {
  return sets.filter((set) => set.spec.replicas > 0);
}

/** The replicas that these ReplicaSets are to have. */
export function specReplicas(sets: readonly ClusterReplicaSet[]): number {
  return sets.reduce((sum, set) => sum + set.spec.replicas, 0);
}

/** The available replicas in the statuses of these ReplicaSets. */
export function availableReplicas(sets: readonly ClusterReplicaSet[]): number {
  return sets.reduce((sum, set) => sum + set.status.availableReplicas, 0);
}
