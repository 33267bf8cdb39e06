import type { Cluster } from '../cluster/cluster';
import type { ClusterReplicaSet } from '../cluster/cluster-object';
import type { Process } from '../cluster/process';
import { scaleReplicaSet } from './replica-set-scale';
import { activeSets, type Rollout, setsOf, specReplicas } from './rollout';

/** Whether the Deployment has another size than its ReplicaSets know. Follows sync.go isScalingEvent. */
export function isScalingEvent(rollout: Rollout): boolean {
  return activeSets(setsOf(rollout)).some(
    ({ desiredReplicas }) => desiredReplicas !== undefined && desiredReplicas !== rollout.deployment.spec.replicas,
  );
}

/**
 * Brings the ReplicaSets to a new size of the Deployment: the only active one gets everything; in the middle of a
 * rolling update each gets its share, and the largest what is left over.
 *
 * Follows kubernetes pkg/controller/deployment/sync.go scale.
 */
export function* scaleProportionally(cluster: Cluster, rollout: Rollout): Process {
  const { deployment, newSet, oldSets } = rollout;
  const { replicas, strategy } = deployment.spec;
  const single = activeOrLatest(rollout);
  if (single) {
    if (single.spec.replicas !== replicas) yield* scaleReplicaSet(cluster, single, replicas, rollout);
    return;
  }
  if (newSet && isSaturated(newSet, replicas)) {
    for (const set of activeSets(oldSets)) yield* scaleReplicaSet(cluster, set, 0, rollout);
    return;
  }
  if (strategy?.type !== 'RollingUpdate') return;
  for (const [set, size] of proportionalSizes(rollout)) yield* scaleReplicaSet(cluster, set, size, rollout);
}

/** Follows deployment_util.go FindActiveOrLatest. */
function activeOrLatest(rollout: Rollout): ClusterReplicaSet | undefined {
  const active = activeSets(setsOf(rollout));
  if (active.length > 1) return undefined;
  return active[0] ?? rollout.newSet ?? rollout.oldSets.at(-1);
}

/** Follows deployment_util.go IsSaturated. */
function isSaturated({ spec, desiredReplicas, status }: ClusterReplicaSet, replicas: number): boolean {
  return spec.replicas === replicas && desiredReplicas === replicas && status.availableReplicas === replicas;
}

/**
 * The size of each active ReplicaSet after scaling, the largest first; among equals the newer one first when growing,
 * the older one when shrinking.
 */
function proportionalSizes(rollout: Rollout): Map<ClusterReplicaSet, number> {
  const { deployment, fenceposts } = rollout;
  const byAge = activeSets(setsOf(rollout)).sort((one, other) => one.createdAt - other.createdAt);
  const allowed = deployment.spec.replicas > 0 ? deployment.spec.replicas + fenceposts.maxSurge : 0;
  const toAdd = allowed - specReplicas(byAge);
  if (toAdd > 0) byAge.reverse();
  const sets = byAge.sort((one, other) => other.spec.replicas - one.spec.replicas);
  const sizes = new Map<ClusterReplicaSet, number>();
  let added = 0;
  for (const set of sets) {
    const share = shareOf(set, rollout, toAdd, added);
    sizes.set(set, set.spec.replicas + share);
    added += share;
  }
  const [largest] = sets;
  if (largest) sizes.set(largest, Math.max(0, (sizes.get(largest) ?? 0) + toAdd - added));
  return sizes;
}

/** Follows deployment_util.go GetReplicaSetProportion, getReplicaSetFraction. */
function shareOf(set: ClusterReplicaSet, { deployment, fenceposts }: Rollout, toAdd: number, added: number): number {
  if (toAdd === 0 || toAdd === added) return 0;
  const current = set.spec.replicas;
  const { replicas } = deployment.spec;
  const before = set.maxReplicas ?? deployment.status.replicas;
  const after = replicas + fenceposts.maxSurge;
  const fraction = replicas === 0 || before === 0 ? -current : Math.round((current * after) / before) - current;
  return toAdd > 0 ? Math.min(fraction, toAdd - added) : Math.max(fraction, toAdd - added);
}
