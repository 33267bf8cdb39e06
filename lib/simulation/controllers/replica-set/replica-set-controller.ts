import { selects } from '../../../kubernetes/label-selector';
import { type Cluster, reference } from '../cluster/cluster';
import {
  type ClusterPod,
  type ClusterReplicaSet,
  type Owner,
  type ReplicaCounts,
  sameCounts,
} from '../cluster/cluster-object';
import { isPodActive, isPodAvailable, isPodTerminal, nextAvailability } from '../cluster/pod-state';
import { createPod, deletePod, inGrowingBatches, inParallel } from '../cluster/pod-store';
import type { Process } from '../cluster/process';
import { createWorkQueue } from '../cluster/work-queue';
import { claimPods, podsOf } from './claim-pods';
import { podsToDelete } from './pods-to-delete';

/** The most pods that one sync creates or deletes. */
const BURST_REPLICAS = 500;

/**
 * Runs the ReplicaSets of a cluster.
 *
 * Follows kubernetes pkg/controller/replicaset/replica_set.go syncReplicaSet and its event handlers.
 */
export function startReplicaSetController(cluster: Cluster): void {
  const queue = createWorkQueue(cluster, (id) => {
    const set = cluster.replicaSets.get(id);
    if (!set || set.isDeleting) return undefined;
    return syncReplicaSet(cluster, set, (seconds) => queue.addAfter(id, seconds));
  });
  cluster.replicaSets.watch(({ id }) => queue.add(id));
  cluster.pods.watch(({ owner, namespace, labels }) => {
    if (owner?.kind === 'ReplicaSet') queue.add(owner.id);
    if (owner) return;
    for (const set of cluster.replicaSets.values()) {
      if (set.namespace === namespace && selects(set.spec.selector, labels)) queue.add(set.id);
    }
  });
}

function* syncReplicaSet(cluster: Cluster, set: ClusterReplicaSet, lookAgain: (seconds: number) => void): Process {
  const owner: Owner = { kind: 'ReplicaSet', id: set.id };
  yield* claimPods(cluster, owner, set, set.spec.selector);
  const pods = podsOf(cluster, owner);
  const active = pods.filter(isPodActive);
  const terminatingReplicas = pods.filter((pod) => pod.deletion && !isPodTerminal(pod)).length;
  yield* manageReplicas(cluster, set, active);
  const now = cluster.queue.now;
  const status = calculateStatus(set, active, terminatingReplicas, now);
  if (!sameCounts(status, set.status) && cluster.replicaSets.get(set.id) === set) {
    yield cluster.request();
    set.status = status;
    cluster.replicaSets.changed(set);
  }
  const wait = nextAvailability(active, set.spec.minReadySeconds, now);
  if (wait !== undefined) lookAgain(wait);
}

function* manageReplicas(cluster: Cluster, set: ClusterReplicaSet, active: readonly ClusterPod[]): Process {
  const missing = Math.min(set.spec.replicas - active.length, BURST_REPLICAS);
  if (missing > 0) {
    yield* inGrowingBatches(cluster, Array.from({ length: missing }), () => createReplica(cluster, set));
  } else if (missing < 0) {
    const surplus = Math.min(-missing, BURST_REPLICAS);
    const chosen = podsToDelete(active, relatedPods(cluster, set), surplus, cluster.queue.now);
    yield* inParallel(cluster, chosen, (pod) => {
      deletePod(cluster, pod);
      cluster.emit(reference('ReplicaSet', set), 'SuccessfulDelete', `Deleted pod: ${pod.name}`, false);
    });
  }
}

function createReplica(cluster: Cluster, set: ClusterReplicaSet): void {
  const { metadata, spec = {} } = set.spec.template;
  const pod = createPod(cluster, {
    name: `${set.name}-${cluster.nextNumber(set.id)}`,
    namespace: set.namespace,
    labels: metadata?.labels ?? {},
    annotations: metadata?.annotations ?? {},
    spec,
    owner: { kind: 'ReplicaSet', id: set.id },
    revision: set.templateName,
  });
  cluster.emit(reference('ReplicaSet', set), 'SuccessfulCreate', `Created pod: ${pod.name}`, false);
}

/** The active pods of all ReplicaSets with the owner of this one. */
function relatedPods(cluster: Cluster, set: ClusterReplicaSet): ClusterPod[] {
  const isRelated = (other: ClusterReplicaSet) => other === set || (set.owner && other.owner?.id === set.owner.id);
  const ids = new Set(
    cluster.replicaSets
      .values()
      .filter(isRelated)
      .map(({ id }) => id),
  );
  return cluster.pods
    .values()
    .filter((pod) => pod.owner?.kind === 'ReplicaSet' && ids.has(pod.owner.id) && isPodActive(pod));
}

/** Counts the pods that were active when the sync began. Follows replica_set_utils.go calculateStatus. */
function calculateStatus(
  { spec }: ClusterReplicaSet,
  active: readonly ClusterPod[],
  terminatingReplicas: number,
  now: number,
): ReplicaCounts {
  return {
    replicas: active.length,
    updatedReplicas: active.length,
    readyReplicas: active.filter(({ ready }) => ready).length,
    availableReplicas: active.filter((pod) => isPodAvailable(pod, spec.minReadySeconds, now)).length,
    terminatingReplicas,
  };
}
