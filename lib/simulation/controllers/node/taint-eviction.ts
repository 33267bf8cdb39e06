import type { Scheduled } from '../../event-queue';
import type { Cluster } from '../cluster/cluster';
import type { ClusterPod, NodeTaint } from '../cluster/cluster-object';
import { deletePod, markDisruptionTarget } from '../cluster/pod-store';
import { tolerates } from '../scheduling/tolerations';

/**
 * Deletes the pods of nodes with NoExecute taints: at once, or when their tolerationSeconds are over.
 *
 * Follows kubernetes pkg/controller/tainteviction/taint_eviction.go handleNodeUpdate, processPodOnNode,
 * addConditionAndDeletePod.
 */
export function startTaintEviction(cluster: Cluster): void {
  const { queue, pods, nodes } = cluster;
  const waiting = new Map<ClusterPod, Scheduled>();

  const evict = (pod: ClusterPod): void => {
    waiting.delete(pod);
    if (pods.get(pod.id) !== pod || pod.deletion) return;
    cluster.emit(pod.id, 'TaintManagerEviction', `Marking for deletion Pod ${pod.namespace}/${pod.name}`);
    queue.after(cluster.request(), () => {
      if (pods.get(pod.id) !== pod) return;
      markDisruptionTarget(cluster, pod, 'DeletionByTaintManager');
      deletePod(cluster, pod);
    });
  };
  const cancel = (pod: ClusterPod): void => {
    if (!waiting.has(pod)) return;
    queue.cancel(waiting.get(pod));
    waiting.delete(pod);
    cluster.emit(pod.id, 'TaintManagerEviction', `Cancelling deletion of Pod ${pod.namespace}/${pod.name}`);
  };
  const process = (pod: ClusterPod): void => {
    const taints = nodes.get(pod.node)?.taints.filter(({ effect }) => effect === 'NoExecute') ?? [];
    const seconds = toleratedSeconds(pod, taints);
    if (seconds === Number.POSITIVE_INFINITY) cancel(pod);
    else if (!waiting.has(pod)) {
      const delay = cluster.request();
      waiting.set(
        pod,
        queue.after(seconds + delay, () => evict(pod)),
      );
    }
  };

  pods.watch((pod, type) => {
    if (type === 'removed') {
      queue.cancel(waiting.get(pod));
      waiting.delete(pod);
    } else if (pod.node !== undefined && !pod.deletion) process(pod);
  });
  nodes.watch((node, type) => {
    if (type === 'removed') return;
    for (const pod of pods.values()) if (pod.node === node.name && !pod.deletion) process(pod);
  });
}

/** How long a pod stands these taints, in seconds; 0 is not at all, Infinity for ever. */
function toleratedSeconds({ spec }: ClusterPod, taints: readonly NodeTaint[]): number {
  let shortest = Number.POSITIVE_INFINITY;
  for (const taint of taints) {
    const used = (spec.tolerations ?? []).filter((toleration) => tolerates(toleration, taint));
    if (used.length === 0) return 0;
    for (const { tolerationSeconds } of used) {
      if (tolerationSeconds !== undefined) shortest = Math.min(shortest, Math.max(0, tolerationSeconds));
    }
  }
  return shortest;
}
