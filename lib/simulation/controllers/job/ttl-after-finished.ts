import type { Cluster } from '../cluster/cluster';
import { deleteOwner } from '../cluster/garbage-collector';
import { createWorkQueue } from '../cluster/work-queue';
import { isJobFinished } from './job-conditions';

/**
 * Deletes Jobs, their pods first, `ttlSecondsAfterFinished` after their end.
 *
 * Follows kubernetes pkg/controller/ttlafterfinished/ttlafterfinished_controller.go processJob.
 */
export function startTtlAfterFinished(cluster: Cluster): void {
  const queue = createWorkQueue(cluster, (id) => {
    const job = cluster.jobs.get(id);
    const ttl = job?.spec.ttlSecondsAfterFinished;
    if (!job || ttl === undefined || !isJobFinished(job) || job.completionTime === undefined) return undefined;
    const wait = job.completionTime + ttl - cluster.queue.now;
    if (wait > 0) {
      queue.addAfter(id, wait);
      return undefined;
    }
    deleteOwner(cluster, { kind: 'Job', id }, 'Foreground');
    return undefined;
  });
  cluster.jobs.watch(({ id }) => queue.add(id));
}
