import { isEqual } from '../../is-equal';
import type { Cluster } from '../cluster/cluster';
import { latency, oneOf } from '../cluster/cluster-choices';
import type { ClusterNode, ClusterPod } from '../cluster/cluster-object';
import { isPodTerminal } from '../cluster/pod-state';
import { selectsNode, toleratesNode } from './node-fit';
import { allowsNeighbours } from './pod-affinity';

/** An unschedulable pod waits so many seconds before its second try, and twice as long each time. */
const FIRST_BACK_OFF_SECONDS = 1;
const LONGEST_BACK_OFF_SECONDS = 10;

/** The tries that found no node for a pod. */
interface Attempts {
  count: number;
  last: number;
}

/**
 * Binds pods to nodes: of the nodes that fit, one with the fewest pods of the same ReplicaSet or StatefulSet.
 *
 * Follows kubernetes pkg/scheduler schedule_one.go, backend/queue/scheduling_queue.go (a pod that fits nowhere waits
 * for a change of the cluster, and for its back-off) and plugins/podtopologyspread (default constraints, which Jobs
 * and DaemonSets do not have).
 */
export function startScheduler(cluster: Cluster): void {
  const { queue, choices, pods, nodes } = cluster;
  const attempts = new Map<ClusterPod, Attempts>();
  const seen = new Map<string, unknown>();

  const schedule = (pod: ClusterPod): void => {
    if (pod.node !== undefined || pod.deletion || pods.get(pod.id) !== pod) return;
    const node = oneOf(choices, 'node', bestNodes(cluster, pod));
    if (node) {
      attempts.delete(pod);
      pod.node = node.name;
      pod.unschedulable = false;
      cluster.record(pod.id, { type: 'scheduled', node: node.name });
      pods.changed(pod);
      return;
    }
    attempts.set(pod, { count: (attempts.get(pod)?.count ?? 0) + 1, last: queue.now });
    if (pod.unschedulable) return;
    pod.unschedulable = true;
    cluster.record(pod.id, { type: 'unschedulable' });
    pods.changed(pod);
  };
  const retryAll = (): void => {
    for (const [pod, { count, last }] of attempts) {
      const backOff = Math.min(FIRST_BACK_OFF_SECONDS * 2 ** (count - 1), LONGEST_BACK_OFF_SECONDS);
      queue.at(Math.max(queue.now, last + backOff) + latency(choices, 'schedule'), () => schedule(pod));
    }
  };

  pods.watch((pod, type) => {
    if (type === 'added' && pod.node === undefined) queue.after(latency(choices, 'schedule'), () => schedule(pod));
    if (type === 'removed') attempts.delete(pod);
    if (type === 'removed' && pod.node !== undefined) retryAll();
  });
  nodes.watch((node, type) => {
    const { taints, labels } = node;
    const state = type === 'removed' ? undefined : { taints, labels };
    if (isEqual(state, seen.get(node.id))) return;
    seen.set(node.id, state);
    retryAll();
  });
}

/** The nodes that a pod may go to and that are best for it. */
function bestNodes(cluster: Cluster, pod: ClusterPod): ClusterNode[] {
  const bound = cluster.pods.values().filter(({ node, phase }) => node !== undefined && phase !== undefined);
  const countOn = (node: ClusterNode, counts: (other: ClusterPod) => boolean) =>
    bound.filter((other) => other.node === node.name && counts(other)).length;
  const fitting = cluster.nodes
    .values()
    .filter(
      (node) =>
        selectsNode(pod.spec, node) &&
        toleratesNode(pod.spec, node) &&
        countOn(node, (other) => !isPodTerminal(other)) < node.maxPods &&
        allowsNeighbours(cluster, pod, node),
    );
  const isSpread = pod.owner?.kind === 'ReplicaSet' || pod.owner?.kind === 'StatefulSet';
  if (!isSpread) return fitting;
  const isSibling = (other: ClusterPod) => other.owner?.id === pod.owner?.id && other.deletion === undefined;
  const counts = fitting.map((node) => countOn(node, isSibling));
  const fewest = Math.min(...counts);
  return fitting.filter((_, index) => counts[index] === fewest);
}
