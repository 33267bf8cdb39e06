import type { Cluster } from '../cluster/cluster';
import { isPodTerminal } from '../cluster/pod-state';
import type { Process } from '../cluster/process';
import { scaleReplicaSet } from './replica-set-scale';
import { ensureNewReplicaSet } from './revision';
import { activeSets, type Rollout } from './rollout';

/**
 * One step of a Recreate rollout: all old ReplicaSets go to 0; once none of their pods runs any more the new one is
 * made, or gets its full size.
 *
 * Follows kubernetes pkg/controller/deployment/recreate.go rolloutRecreate, oldPodsRunning.
 */
export function* recreate(cluster: Cluster, rollout: Rollout): Process {
  const { deployment, newSet, oldSets } = rollout;
  const active = activeSets(oldSets);
  if (active.length > 0) {
    for (const set of active) yield* scaleReplicaSet(cluster, set, 0, rollout);
    return;
  }
  if (oldPodsRunning(cluster, rollout)) return;
  if (!newSet) yield* ensureNewReplicaSet(cluster, deployment, true);
  else if (newSet.spec.replicas !== deployment.spec.replicas) {
    yield* scaleReplicaSet(cluster, newSet, deployment.spec.replicas, rollout);
  }
}

function oldPodsRunning(cluster: Cluster, { oldSets }: Rollout): boolean {
  const ids = new Set(oldSets.map(({ id }) => id));
  return cluster.pods
    .values()
    .some((pod) => pod.owner?.kind === 'ReplicaSet' && ids.has(pod.owner.id) && !isPodTerminal(pod));
}
