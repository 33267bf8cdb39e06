import type { ClusterJob, ClusterPod } from '../cluster/cluster-object';
import { isPodTerminal } from '../cluster/pod-state';
import { isIndexed } from './job-indexes';
import { judgeFailure } from './pod-failure-policy';

/** The pods of a Job that have ended since the last count. */
export interface FinishedPods {
  readonly succeeded: readonly ClusterPod[];
  readonly failed: readonly ClusterPod[];
}

/**
 * The pods that have ended and are not counted yet. A deleted pod has failed as soon as its deletion began, unless
 * only failed pods are replaced.
 *
 * Follows kubernetes pkg/controller/job/job_controller.go getNewFinishedPods, isPodFailed.
 */
export function newlyFinished(job: ClusterJob, pods: readonly ClusterPod[], counted: ReadonlySet<ClusterPod>) {
  const fresh = pods.filter((pod) => !counted.has(pod));
  const succeeded = fresh.filter(
    ({ phase, index }) => phase === 'Succeeded' && (index === undefined || !job.succeededIndexes.has(index)),
  );
  const failed = fresh.filter((pod) => isFailed(job, pod));
  return { succeeded, failed };
}

function isFailed(job: ClusterJob, pod: ClusterPod): boolean {
  if (pod.phase === 'Failed') return true;
  return replacesTerminating(job) && pod.deletion !== undefined && !isPodTerminal(pod);
}

/** Whether a pod is replaced as soon as its deletion begins. Follows onlyReplaceFailedPods. */
export function replacesTerminating({ spec }: ClusterJob): boolean {
  return spec.podReplacementPolicy !== 'Failed' && spec.podFailurePolicy === undefined;
}

/**
 * Adds the pods that have ended to the counts of a Job.
 *
 * Follows kubernetes pkg/controller/job/job_controller.go trackJobStatusAndRemoveFinalizers.
 */
export function countFinished(
  job: ClusterJob,
  { succeeded, failed }: FinishedPods,
  indexFailures: Map<number, number>,
): void {
  for (const { index } of succeeded) {
    job.succeeded++;
    if (index !== undefined) job.succeededIndexes.add(index);
  }
  for (const pod of failed) {
    const { action } = judgeFailure(job, pod);
    if (action === 'Ignore') continue;
    job.failed++;
    if (pod.index === undefined || !isIndexed(job)) continue;
    const failures = (indexFailures.get(pod.index) ?? 0) + 1;
    indexFailures.set(pod.index, failures);
    const limit = job.spec.backoffLimitPerIndex;
    if (action === 'FailIndex' || (limit !== undefined && failures > limit)) job.failedIndexes.add(pod.index);
  }
}
