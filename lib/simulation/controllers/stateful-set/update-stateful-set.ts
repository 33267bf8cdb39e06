import type { Cluster } from '../cluster/cluster';
import type { ClusterPod, ClusterStatefulSet } from '../cluster/cluster-object';
import { isPodAvailable, isPodTerminal } from '../cluster/pod-state';
import { deletePod, inGrowingBatches, inParallel } from '../cluster/pod-store';
import type { Process } from '../cluster/process';
import { createReplica, ordinalOf, podIdOf, replicasOf } from './stateful-set-replicas';

/**
 * One sync of the pods of a StatefulSet: those that are missing are made, those that are too many deleted, and then
 * one that is out of date is replaced. OrderedReady does one thing at a time and waits for every lower ordinal.
 *
 * Follows kubernetes pkg/controller/statefulset/stateful_set_control.go updateStatefulSet, processReplica,
 * processCondemned.
 */
export function* updateStatefulSet(cluster: Cluster, set: ClusterStatefulSet, pods: readonly ClusterPod[]): Process {
  const isOrdered = set.spec.podManagementPolicy !== 'Parallel';
  if (!(yield* isOrdered ? createNext(cluster, set) : createAll(cluster, set))) return;
  if (!(yield* deleteSurplus(cluster, set, pods, isOrdered))) return;
  yield* replaceOutdated(cluster, set);
}

/** Whether the sync may go on. */
type Step = Generator<number, boolean, void>;

/** The lowest ordinal that is not as it should be is brought there. */
function* createNext(cluster: Cluster, set: ClusterStatefulSet): Step {
  for (const ordinal of replicasOf(set)) {
    const pod = cluster.pods.get(podIdOf(set, ordinal));
    if (!pod) {
      yield cluster.request();
      createReplica(cluster, set, ordinal);
      return false;
    }
    if (yield* replaceEnded(cluster, pod)) return false;
    if (pod.deletion || !isHealthy(cluster, set, pod)) return false;
  }
  return true;
}

/** All ordinals that have no pod get one. */
function* createAll(cluster: Cluster, set: ClusterStatefulSet): Step {
  const missing = replicasOf(set).filter((ordinal) => !cluster.pods.get(podIdOf(set, ordinal)));
  yield* inGrowingBatches(cluster, missing, (ordinal) => createReplica(cluster, set, ordinal));
  let isSettled = missing.length === 0;
  for (const ordinal of replicasOf(set)) {
    const pod = cluster.pods.get(podIdOf(set, ordinal));
    if (pod && (yield* replaceEnded(cluster, pod))) isSettled = false;
  }
  return isSettled;
}

/** A pod that has ended is deleted, to be made again. */
function* replaceEnded(cluster: Cluster, pod: ClusterPod): Step {
  if (!isPodTerminal(pod) || pod.deletion) return false;
  yield cluster.request();
  deletePod(cluster, pod);
  return true;
}

/** Pods above the wanted ordinals are deleted, the highest first. */
function* deleteSurplus(
  cluster: Cluster,
  set: ClusterStatefulSet,
  pods: readonly ClusterPod[],
  isOrdered: boolean,
): Step {
  const wanted = new Set(replicasOf(set));
  const surplus = pods
    .filter((pod) => !wanted.has(ordinalOf(pod) ?? -1))
    .sort((one, other) => (ordinalOf(other) ?? 0) - (ordinalOf(one) ?? 0));
  if (!isOrdered) {
    yield* inParallel(
      cluster,
      surplus.filter(({ deletion }) => !deletion),
      (pod) => deletePod(cluster, pod),
    );
    return true;
  }
  const [highest] = surplus;
  if (!highest) return true;
  const firstUnhealthy = pods
    .filter((pod) => !isHealthy(cluster, set, pod))
    .sort((one, other) => (ordinalOf(one) ?? 0) - (ordinalOf(other) ?? 0))[0];
  if (highest.deletion || (!isHealthy(cluster, set, highest) && highest !== firstUnhealthy)) return false;
  yield cluster.request();
  deletePod(cluster, highest);
  return false;
}

/** The highest pod from the partition on that is out of date is deleted, once all above it are well. */
function* replaceOutdated(cluster: Cluster, set: ClusterStatefulSet): Process {
  const { updateStrategy } = set.spec;
  if (updateStrategy?.type !== 'RollingUpdate') return;
  const partition = updateStrategy.rollingUpdate?.partition ?? 0;
  for (const ordinal of replicasOf(set).slice(partition).reverse()) {
    const pod = cluster.pods.get(podIdOf(set, ordinal));
    if (!pod) return;
    if (pod.revision !== `r${set.updateRevision + 1}` && !pod.deletion) {
      yield cluster.request();
      deletePod(cluster, pod);
      return;
    }
    if (pod.deletion || !isHealthy(cluster, set, pod)) return;
  }
}

function isHealthy(cluster: Cluster, { spec }: ClusterStatefulSet, pod: ClusterPod): boolean {
  return (
    pod.phase === 'Running' &&
    pod.deletion === undefined &&
    isPodAvailable(pod, spec.minReadySeconds, cluster.queue.now)
  );
}
