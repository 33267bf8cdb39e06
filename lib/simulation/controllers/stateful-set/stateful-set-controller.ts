import { selects } from '../../../kubernetes/label-selector';
import type { Cluster } from '../cluster/cluster';
import {
  type ClusterPod,
  type ClusterStatefulSet,
  type Owner,
  type ReplicaCounts,
  sameCounts,
} from '../cluster/cluster-object';
import { isPodActive, isPodAvailable, nextAvailability } from '../cluster/pod-state';
import type { Process } from '../cluster/process';
import { createWorkQueue } from '../cluster/work-queue';
import { claimPods, podsOf } from '../replica-set/claim-pods';
import { replicasOf } from './stateful-set-replicas';
import { updateStatefulSet } from './update-stateful-set';

/**
 * Runs the StatefulSets of a cluster.
 *
 * Follows kubernetes pkg/controller/statefulset/stateful_set.go sync and its event handlers.
 */
export function startStatefulSetController(cluster: Cluster): void {
  const queue = createWorkQueue(cluster, (id) => {
    const set = cluster.statefulSets.get(id);
    if (!set || set.isDeleting) return undefined;
    return syncStatefulSet(cluster, set, (seconds) => queue.addAfter(id, seconds));
  });
  cluster.statefulSets.watch(({ id }) => queue.add(id));
  cluster.pods.watch(({ owner, namespace, labels }) => {
    if (owner?.kind === 'StatefulSet') queue.add(owner.id);
    if (owner) return;
    for (const set of cluster.statefulSets.values()) {
      if (set.namespace === namespace && selects(set.spec.selector, labels)) queue.add(set.id);
    }
  });
}

function* syncStatefulSet(cluster: Cluster, set: ClusterStatefulSet, lookAgain: (seconds: number) => void): Process {
  const owner: Owner = { kind: 'StatefulSet', id: set.id };
  yield* claimPods(cluster, owner, set, set.spec.selector);
  yield* updateStatefulSet(cluster, set, podsOf(cluster, owner));

  const pods = podsOf(cluster, owner);
  const status = calculateStatus(cluster, set, pods);
  const isUpdated = isUpdateComplete(set, status);
  const currentRevision = isUpdated ? set.updateRevision : set.currentRevision;
  if (!sameCounts(status, set.status) || currentRevision !== set.currentRevision) {
    yield cluster.request();
    set.status = status;
    set.currentRevision = currentRevision;
    cluster.statefulSets.changed(set);
  }
  const wait = nextAvailability(pods, set.spec.minReadySeconds, cluster.queue.now);
  if (wait !== undefined) lookAgain(wait);
}

/** Follows kubernetes pkg/controller/statefulset/stateful_set_control.go updateStatus. */
function calculateStatus(cluster: Cluster, set: ClusterStatefulSet, pods: readonly ClusterPod[]): ReplicaCounts {
  const { minReadySeconds } = set.spec;
  const now = cluster.queue.now;
  const active = pods.filter(isPodActive);
  return {
    replicas: pods.length,
    updatedReplicas: active.filter(({ revision }) => revision === `r${set.updateRevision + 1}`).length,
    readyReplicas: pods.filter(({ ready }) => ready).length,
    availableReplicas: pods.filter((pod) => isPodAvailable(pod, minReadySeconds, now)).length,
    terminatingReplicas: pods.filter(({ deletion }) => deletion).length,
  };
}

/** Follows kubernetes pkg/controller/statefulset/stateful_set_utils.go completeRollingUpdate. */
function isUpdateComplete(set: ClusterStatefulSet, status: ReplicaCounts): boolean {
  return (
    set.spec.updateStrategy?.type === 'RollingUpdate' &&
    status.updatedReplicas === status.replicas &&
    status.readyReplicas === status.replicas &&
    status.replicas === replicasOf(set).length
  );
}
