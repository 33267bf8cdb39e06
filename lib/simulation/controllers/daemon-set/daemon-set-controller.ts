import type { Cluster } from '../cluster/cluster';
import {
  type ClusterDaemonSet,
  type ClusterNode,
  type ClusterPod,
  type Owner,
  type ReplicaCounts,
  sameCounts,
} from '../cluster/cluster-object';
import { isPodActive, isPodAvailable, nextAvailability } from '../cluster/pod-state';
import { deletePod, inGrowingBatches, inParallel } from '../cluster/pod-store';
import type { Process } from '../cluster/process';
import { createWorkQueue } from '../cluster/work-queue';
import { claimPods, podsOf } from '../replica-set/claim-pods';
import { createDaemonPod, eligibility } from './daemon-pod';
import {
  type DaemonChanges,
  type NodePods,
  nodePodsOf,
  rollingUpdateChanges,
  strayPods,
  surges,
} from './daemon-rolling-update';

/**
 * Runs the DaemonSets of a cluster.
 *
 * Follows kubernetes pkg/controller/daemon/daemon_controller.go syncDaemonSet, manage and its event handlers.
 */
export function startDaemonSetController(cluster: Cluster): void {
  const queue = createWorkQueue(cluster, (id) => {
    const set = cluster.daemonSets.get(id);
    if (!set || set.isDeleting) return undefined;
    return syncDaemonSet(cluster, set, (seconds) => queue.addAfter(id, seconds));
  });
  cluster.daemonSets.watch(({ id }) => queue.add(id));
  cluster.pods.watch(({ owner }) => {
    if (owner?.kind === 'DaemonSet') queue.add(owner.id);
  });
  cluster.nodes.watch(() => {
    for (const { id } of cluster.daemonSets.values()) queue.add(id);
  });
}

function* syncDaemonSet(cluster: Cluster, set: ClusterDaemonSet, lookAgain: (seconds: number) => void): Process {
  const owner: Owner = { kind: 'DaemonSet', id: set.id };
  yield* claimPods(cluster, owner, set, set.spec.selector);
  const changed = yield* apply(cluster, set, manage(cluster, set, podsOf(cluster, owner)));
  if (!changed && set.spec.updateStrategy?.type === 'RollingUpdate') {
    yield* apply(cluster, set, rollingUpdateChanges(cluster, set, podsOf(cluster, owner)));
  }
  const pods = podsOf(cluster, owner);
  const status = calculateStatus(cluster, set, pods);
  if (!sameCounts(status, set.status)) {
    yield cluster.request();
    set.status = status;
    cluster.daemonSets.changed(set);
  }
  const wait = nextAvailability(pods, set.spec.minReadySeconds, cluster.queue.now);
  if (wait !== undefined) lookAgain(wait);
}

/** One pod on every node that wants one, and none elsewhere. */
function manage(cluster: Cluster, set: ClusterDaemonSet, pods: readonly ClusterPod[]): DaemonChanges {
  const toCreate: ClusterNode[] = [];
  const toDelete: ClusterPod[] = [];
  for (const onNode of nodePodsOf(cluster, pods)) {
    const { shouldRun, shouldContinue } = eligibility(set, onNode.node);
    const isFree = surges(set) ? onNode.pods.every(({ deletion }) => deletion) : onNode.pods.length === 0;
    if (shouldRun && isFree) toCreate.push(onNode.node);
    else if (shouldContinue) toDelete.push(...surplus(cluster, set, onNode));
    else toDelete.push(...onNode.pods.filter(({ deletion }) => !deletion));
  }
  return { toCreate, toDelete };
}

/** Pods that have ended, and all but those that an update needs. */
function surplus(cluster: Cluster, set: ClusterDaemonSet, { pods }: NodePods): ClusterPod[] {
  const ended = pods.filter((pod) => !pod.deletion && !isPodActive(pod));
  return [...ended, ...strayPods(cluster, set, pods.filter(isPodActive))];
}

/** @returns whether anything was to be done. */
function* apply(
  cluster: Cluster,
  set: ClusterDaemonSet,
  { toCreate, toDelete }: DaemonChanges,
): Generator<number, boolean, void> {
  yield* inGrowingBatches(cluster, toCreate, (node) => createDaemonPod(cluster, set, node));
  yield* inParallel(cluster, toDelete, (pod) => deletePod(cluster, pod));
  return toCreate.length + toDelete.length > 0;
}

function calculateStatus(cluster: Cluster, set: ClusterDaemonSet, pods: readonly ClusterPod[]): ReplicaCounts {
  const now = cluster.queue.now;
  const active = pods.filter(isPodActive);
  return {
    replicas: active.length,
    updatedReplicas: active.filter(({ revision }) => revision === `r${set.updateRevision + 1}`).length,
    readyReplicas: active.filter(({ ready }) => ready).length,
    availableReplicas: active.filter((pod) => isPodAvailable(pod, set.spec.minReadySeconds, now)).length,
    terminatingReplicas: pods.filter(({ deletion }) => deletion).length,
  };
}
