import type { ClusterJob, ClusterPod } from '../cluster/cluster-object';

/** Whether each pod of a Job has a number of its own. */
export function isIndexed({ spec }: ClusterJob): boolean {
  return spec.completionMode === 'Indexed';
}

/**
 * The lowest completion indexes that have neither ended nor an active pod.
 *
 * Follows kubernetes pkg/controller/job/indexed_job_utils.go firstPendingIndexes.
 */
export function firstPendingIndexes(job: ClusterJob, active: readonly ClusterPod[], count: number): number[] {
  const taken = new Set(active.map(({ index }) => index));
  const pending: number[] = [];
  for (let index = 0; index < (job.spec.completions ?? 0) && pending.length < count; index++) {
    if (!taken.has(index) && !job.succeededIndexes.has(index) && !job.failedIndexes.has(index)) pending.push(index);
  }
  return pending;
}

/**
 * The active pods that go first when there are too many: pods of an index that another pod has too, then the youngest.
 *
 * Follows kubernetes pkg/controller/job/job_controller.go activePodsForRemoval, getPodsForRemoval.
 */
export function podsForRemoval(active: readonly ClusterPod[], count: number): ClusterPod[] {
  const order = [...active].sort(
    (one, other) =>
      Number(one.node !== undefined) - Number(other.node !== undefined) ||
      Number(one.phase === 'Running') - Number(other.phase === 'Running') ||
      Number(one.ready) - Number(other.ready) ||
      other.readySince - one.readySince ||
      other.restartCount - one.restartCount ||
      other.createdAt - one.createdAt ||
      one.uid - other.uid,
  );
  return order.slice(0, count);
}
