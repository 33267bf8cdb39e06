import type { Cluster } from '../cluster/cluster';
import { shuffled } from '../cluster/cluster-choices';
import type { ClusterDaemonSet, ClusterNode, ClusterPod } from '../cluster/cluster-object';
import { isPodAvailable, isPodTerminal } from '../cluster/pod-state';
import { scaledValue } from '../deployment/scaled-value';
import { eligibility, targetNode } from './daemon-pod';

/** What a sync of a DaemonSet does. */
export interface DaemonChanges {
  readonly toCreate: readonly ClusterNode[];
  readonly toDelete: readonly ClusterPod[];
}

/** The pods of a DaemonSet on one node, without deleted ones whose containers have ended. */
export interface NodePods {
  readonly node: ClusterNode;
  readonly pods: readonly ClusterPod[];
}

/** The pods of a DaemonSet by node, the nodes in an order that is left to chance, as that of a Go map. */
export function nodePodsOf(cluster: Cluster, pods: readonly ClusterPod[]): NodePods[] {
  const present = pods.filter((pod) => !(pod.deletion && isPodTerminal(pod)));
  return shuffled(cluster.choices, 'node', cluster.nodes.values()).map((node) => ({
    node,
    pods: present.filter((pod) => targetNode(pod) === node.name),
  }));
}

/** The pods of a node that are not being deleted: the one of the current template, and the one of another. */
interface Pair {
  readonly newPod?: ClusterPod;
  readonly oldPod?: ClusterPod;
}

/**
 * What a rolling update does next: without surge old pods are deleted as far as pods may be unavailable, those that
 * are unavailable already in any case; with surge new pods are put beside the old ones.
 *
 * Follows kubernetes pkg/controller/daemon/update.go rollingUpdate, updatedDesiredNodeCounts.
 */
export function rollingUpdateChanges(
  cluster: Cluster,
  set: ClusterDaemonSet,
  pods: readonly ClusterPod[],
): DaemonChanges {
  const eligible = cluster.nodes.values().filter((node) => eligibility(set, node).shouldRun).length;
  const { maxSurge = 0, maxUnavailable = 1 } = set.spec.updateStrategy?.rollingUpdate ?? {};
  const surge = scaledValue(maxSurge, eligible, 'up');
  const unavailable = scaledValue(maxUnavailable, eligible, 'up');
  const nodes = nodePodsOf(cluster, pods).filter((onNode) => onNode.pods.length > 0);
  return surge > 0 ? surgeChanges(cluster, set, nodes, surge) : replacements(cluster, set, nodes, unavailable || 1);
}

function replacements(
  cluster: Cluster,
  set: ClusterDaemonSet,
  nodes: readonly NodePods[],
  most: number,
): DaemonChanges {
  const isAvailable = availability(cluster, set);
  const allowed: ClusterPod[] = [];
  const candidates: ClusterPod[] = [];
  let unavailable = 0;
  for (const { pods } of nodes) {
    const { newPod, oldPod } = pairOf(set, pods);
    if ((newPod === undefined) === (oldPod === undefined)) unavailable++;
    else if (newPod) unavailable += isAvailable(newPod) ? 0 : 1;
    else if (oldPod && !isAvailable(oldPod)) {
      allowed.push(oldPod);
      unavailable++;
    } else if (oldPod) candidates.push(oldPod);
  }
  return { toCreate: [], toDelete: [...allowed, ...candidates.slice(0, Math.max(0, most - unavailable))] };
}

function surgeChanges(
  cluster: Cluster,
  set: ClusterDaemonSet,
  nodes: readonly NodePods[],
  most: number,
): DaemonChanges {
  const isAvailable = availability(cluster, set);
  const allowed: ClusterNode[] = [];
  const candidates: ClusterNode[] = [];
  const toDelete: ClusterPod[] = [];
  let surging = 0;
  for (const { node, pods } of nodes) {
    const { newPod, oldPod } = pairOf(set, pods);
    if (!oldPod) continue;
    if (!newPod) (isAvailable(oldPod) ? candidates : allowed).push(node);
    else if (isAvailable(newPod)) toDelete.push(oldPod);
    else surging++;
  }
  return { toCreate: [...allowed, ...candidates.slice(0, Math.max(0, most - surging))], toDelete };
}

/**
 * The active pods of a node that are too many: all but the oldest, or during a surge all but the old one and, while it
 * is not available, the new one.
 *
 * Follows kubernetes pkg/controller/daemon/daemon_controller.go podsShouldBeOnNode.
 */
export function strayPods(cluster: Cluster, set: ClusterDaemonSet, pods: readonly ClusterPod[]): ClusterPod[] {
  if (pods.length <= 1) return [];
  const byAge = [...pods].sort((one, other) => one.createdAt - other.createdAt);
  if (!surges(set)) return byAge.slice(1);
  const isAvailable = availability(cluster, set);
  const [newPod, ...newer] = byAge.filter((pod) => isUpdated(set, pod));
  const [oldPod, ...older] = byAge.filter((pod) => !isUpdated(set, pod));
  if (!newPod || !oldPod) return [...newer, ...older];
  const keepsOld = !isAvailable(newPod) && isAvailable(oldPod);
  return keepsOld ? [...newer, ...older] : [...newer, oldPod, ...older];
}

/** Whether an update puts new pods beside old ones. Follows daemonset_util.go AllowsSurge. */
export function surges({ spec }: ClusterDaemonSet): boolean {
  const { maxSurge = 0 } = spec.updateStrategy?.rollingUpdate ?? {};
  return spec.updateStrategy?.type === 'RollingUpdate' && scaledValue(maxSurge, 100, 'up') > 0;
}

function pairOf(set: ClusterDaemonSet, pods: readonly ClusterPod[]): Pair {
  const present = pods.filter(({ deletion }) => !deletion);
  return {
    newPod: present.find((pod) => isUpdated(set, pod)),
    oldPod: present.find((pod) => !isUpdated(set, pod)),
  };
}

function isUpdated({ updateRevision }: ClusterDaemonSet, { revision }: ClusterPod): boolean {
  return revision === `r${updateRevision + 1}`;
}

function availability(cluster: Cluster, { spec }: ClusterDaemonSet) {
  return (pod: ClusterPod) => isPodAvailable(pod, spec.minReadySeconds, cluster.queue.now);
}
