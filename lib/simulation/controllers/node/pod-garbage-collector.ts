import type { Cluster } from '../cluster/cluster';
import { between } from '../cluster/cluster-choices';
import type { ClusterPod } from '../cluster/cluster-object';
import { isPodTerminal } from '../cluster/pod-state';
import { deletePod, inParallel, markDisruptionTarget } from '../cluster/pod-store';
import { runProcess } from '../cluster/process';

/** How often pods without a node are looked for, and how long a node must have been missing. */
const CHECK_SECONDS = 20;
const QUARANTINE_SECONDS = 40;

/**
 * Removes the pods of nodes that are gone.
 *
 * Follows kubernetes pkg/controller/podgc/gc_controller.go gcOrphaned, discoverDeletedNodes, markFailedAndDeletePod.
 */
export function startPodGarbageCollector(cluster: Cluster): void {
  const { queue, choices, pods, nodes } = cluster;
  const missingSince = new Map<string, number>();
  let firstCheck: number | undefined;
  let isChecking = false;

  const check = (): void => {
    const orphans = pods.values().filter(({ node }) => node !== undefined && !nodes.get(node));
    for (const { node = '' } of orphans) if (!missingSince.has(node)) missingSince.set(node, queue.now);
    const isDue = ({ node = '' }: ClusterPod) =>
      queue.now - (missingSince.get(node) ?? queue.now) >= QUARANTINE_SECONDS;
    runProcess(queue, inParallel(cluster, orphans.filter(isDue), remove));
    isChecking = orphans.some((pod) => !isDue(pod));
    if (isChecking) queue.after(CHECK_SECONDS, check);
  };
  const remove = (pod: ClusterPod): void => {
    if (!isPodTerminal(pod)) {
      pod.phase = 'Failed';
      pod.finishedAt = cluster.stamp();
      cluster.record(pod.id, { type: 'failed' });
      markDisruptionTarget(cluster, pod, 'DeletionByPodGC');
    }
    deletePod(cluster, pod, 0);
  };

  nodes.watch((node, type) => {
    if (type !== 'removed') missingSince.delete(node.name);
    if (type !== 'removed' || isChecking) return;
    isChecking = true;
    firstCheck ??= between(choices, 'podGC', 0, CHECK_SECONDS);
    const checks = Math.ceil((queue.now - firstCheck) / CHECK_SECONDS);
    queue.at(firstCheck + checks * CHECK_SECONDS, check);
  });
}
