import { type Cluster, reference } from '../cluster/cluster';
import type { ClusterReplicaSet } from '../cluster/cluster-object';
import type { Process } from '../cluster/process';
import type { Rollout } from './rollout';

/** The most replicas that a Deployment has at any time, the surge included. */
function maxReplicasOf({ deployment, fenceposts }: Rollout): number {
  return deployment.spec.replicas + fenceposts.maxSurge;
}

/** Notes in a ReplicaSet how large its Deployment was. Follows deployment_util.go SetReplicasAnnotations. */
export function annotateReplicas(set: ClusterReplicaSet, rollout: Rollout): boolean {
  const { replicas } = rollout.deployment.spec;
  const maxReplicas = maxReplicasOf(rollout);
  if (set.desiredReplicas === replicas && set.maxReplicas === maxReplicas) return false;
  set.desiredReplicas = replicas;
  set.maxReplicas = maxReplicas;
  return true;
}

/**
 * Gives a ReplicaSet of a Deployment another size, or only notes that of the Deployment.
 *
 * Follows kubernetes pkg/controller/deployment/sync.go scaleReplicaSet.
 */
export function* scaleReplicaSet(cluster: Cluster, set: ClusterReplicaSet, size: number, rollout: Rollout): Process {
  const from = set.spec.replicas;
  yield cluster.request();
  const annotated = annotateReplicas(set, rollout);
  if (from === size && !annotated) return;
  set.spec = { ...set.spec, replicas: size };
  if (from !== size) cluster.record(reference('ReplicaSet', set), { type: 'scaled', from, to: size });
  cluster.replicaSets.changed(set);
  if (from !== size) announceScaling(cluster, set, from, size, rollout);
}

/** Says that a Deployment scaled one of its ReplicaSets. */
export function announceScaling(
  cluster: Cluster,
  set: ClusterReplicaSet,
  from: number,
  to: number,
  { deployment }: Rollout,
): void {
  const direction = from < to ? 'up' : 'down';
  const message = `Scaled ${direction} replica set ${set.name} from ${from} to ${to}`;
  cluster.emit(reference('Deployment', deployment), 'ScalingReplicaSet', message);
}
