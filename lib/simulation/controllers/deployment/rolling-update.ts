import type { Cluster } from '../cluster/cluster';
import type { ClusterReplicaSet } from '../cluster/cluster-object';
import type { Process } from '../cluster/process';
import { scaleReplicaSet } from './replica-set-scale';
import { newReplicaSetSize } from './revision';
import { availableReplicas, type Rollout, setsOf, specReplicas } from './rollout';

/** A size that a ReplicaSet is to get. */
interface Resize {
  readonly set: ClusterReplicaSet;
  readonly size: number;
}

/**
 * One step of a rolling update: the new ReplicaSet grows, or old ones shrink.
 *
 * Follows kubernetes pkg/controller/deployment/rolling.go rolloutRolling.
 */
export function* rollingUpdate(cluster: Cluster, rollout: Rollout): Process {
  const growth = newSetResize(rollout);
  if (growth) {
    yield* scaleReplicaSet(cluster, growth.set, growth.size, rollout);
    return;
  }
  for (const { set, size } of oldSetResizes(rollout)) yield* scaleReplicaSet(cluster, set, size, rollout);
}

/** Follows rolling.go reconcileNewReplicaSet. */
function newSetResize(rollout: Rollout): Resize | undefined {
  const { newSet, deployment } = rollout;
  if (!newSet) return undefined;
  const current = newSet.spec.replicas;
  const { replicas } = deployment.spec;
  const size = current > replicas ? replicas : newReplicaSetSize(rollout, current, specReplicas(setsOf(rollout)));
  return size === current ? undefined : { set: newSet, size };
}

/**
 * Old replicas that may go: unhealthy ones first, then as many available ones as are more than enough. None while a
 * status still counts pods that its ReplicaSet is no longer to have.
 *
 * Follows rolling.go reconcileOldReplicaSets, cleanupUnhealthyReplicas, scaleDownOldReplicaSetsForRollingUpdate.
 */
function oldSetResizes(rollout: Rollout): readonly Resize[] {
  const { deployment, newSet, oldSets, fenceposts } = rollout;
  if (specReplicas(oldSets) === 0) return [];
  const minAvailable = deployment.spec.replicas - fenceposts.maxUnavailable;
  const newUnavailable = newSet ? newSet.spec.replicas - newSet.status.availableReplicas : 0;
  const budget = specReplicas(setsOf(rollout)) - minAvailable - newUnavailable;
  if (budget <= 0) return [];

  const sizes = new Map(oldSets.map((set) => [set, set.spec.replicas]));
  let unhealthy = budget;
  for (const set of oldSets) {
    if (unhealthy <= 0) break;
    if (set.spec.replicas === 0) continue;
    if (set.status.availableReplicas > set.spec.replicas) return [];
    const count = Math.min(unhealthy, set.spec.replicas - set.status.availableReplicas);
    sizes.set(set, set.spec.replicas - count);
    unhealthy -= count;
  }
  let surplus = availableReplicas(setsOf(rollout)) - minAvailable;
  for (const set of oldSets) {
    if (surplus <= 0) break;
    const size = sizes.get(set) ?? 0;
    const count = Math.min(size, surplus);
    sizes.set(set, size - count);
    surplus -= count;
  }
  return oldSets
    .map((set) => ({ set, size: sizes.get(set) ?? 0 }))
    .filter(({ set, size }) => size !== set.spec.replicas);
}
