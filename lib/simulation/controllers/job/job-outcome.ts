import type { ClusterJob, ClusterPod } from '../cluster/cluster-object';
import { isPodActive } from '../cluster/pod-state';
import { judgeFailure } from './pod-failure-policy';

/** How a Job ends. */
export interface JobOutcome {
  readonly type: 'Complete' | 'Failed';
  readonly reason: string;
  /** In the words of an event. */
  readonly message: string;
}

const failure = (reason: string, message: string): JobOutcome => ({ type: 'Failed', reason, message });

/**
 * Whether and how a Job ends, given what its counts say.
 *
 * Follows kubernetes pkg/controller/job/job_controller.go syncJob, pastBackoffLimitOnFailure, pastActiveDeadline and
 * success_policy.go matchSuccessPolicy.
 *
 * @param failed The pods that have failed since the last count.
 */
export function outcomeOf(
  job: ClusterJob,
  pods: readonly ClusterPod[],
  failed: readonly ClusterPod[],
  now: number,
): JobOutcome | undefined {
  const { spec } = job;
  for (const pod of failed) {
    const { action, message } = judgeFailure(job, pod);
    if (action === 'FailJob') return failure('PodFailurePolicy', message);
  }
  if (job.failed > spec.backoffLimit || isPastLimitOnFailure(job, pods)) {
    return failure('BackoffLimitExceeded', 'Job has reached the specified backoff limit');
  }
  if (deadlineOf(job) <= now) return failure('DeadlineExceeded', 'Job was active longer than specified deadline');
  return indexOutcome(job) ?? completionOf(job, pods);
}

/** When the Job runs out of time, in simulated seconds; never is Infinity. */
export function deadlineOf({ spec, startTime }: ClusterJob): number {
  const { activeDeadlineSeconds } = spec;
  if (activeDeadlineSeconds === undefined || startTime === undefined || spec.suspend) return Number.POSITIVE_INFINITY;
  return startTime + activeDeadlineSeconds;
}

function isPastLimitOnFailure({ spec }: ClusterJob, pods: readonly ClusterPod[]): boolean {
  if (spec.template.spec?.restartPolicy !== 'OnFailure') return false;
  const restarts = pods
    .filter(({ phase }) => phase === 'Running' || phase === 'Pending')
    .reduce((sum, { restartCount }) => sum + restartCount, 0);
  return spec.backoffLimit === 0 ? restarts > 0 : restarts >= spec.backoffLimit;
}

function indexOutcome({ spec, succeededIndexes, failedIndexes }: ClusterJob): JobOutcome | undefined {
  const { completions = 0, backoffLimitPerIndex, maxFailedIndexes } = spec;
  if (matchesSuccessPolicy(spec.successPolicy, succeededIndexes)) {
    return { type: 'Complete', reason: 'SuccessPolicy', message: 'Matched rules at index 0' };
  }
  if (backoffLimitPerIndex === undefined || failedIndexes.size === 0) return undefined;
  if (maxFailedIndexes !== undefined && failedIndexes.size > maxFailedIndexes) {
    return failure('MaxFailedIndexesExceeded', 'Job has exceeded the specified maximal number of failed indexes');
  }
  const areDone = succeededIndexes.size + failedIndexes.size >= completions;
  return areDone ? failure('FailedIndexes', 'Job has failed indexes') : undefined;
}

function matchesSuccessPolicy(policy: ClusterJob['spec']['successPolicy'], succeeded: ReadonlySet<number>): boolean {
  return (policy?.rules ?? []).some(({ succeededIndexes, succeededCount }) => {
    const listed = succeededIndexes === undefined ? undefined : parseIndexes(succeededIndexes);
    const matching = listed === undefined ? succeeded.size : listed.filter((index) => succeeded.has(index)).length;
    return matching >= (succeededCount ?? listed?.length ?? Number.POSITIVE_INFINITY);
  });
}

/** The indexes of a list such as `1,3-5`. */
function parseIndexes(text: string): number[] {
  return text.split(',').flatMap((range) => {
    const [first = 0, last = first] = range.split('-').map(Number);
    return Array.from({ length: last - first + 1 }, (_, offset) => first + offset);
  });
}

function completionOf({ spec, succeeded }: ClusterJob, pods: readonly ClusterPod[]): JobOutcome | undefined {
  const active = pods.filter(isPodActive).length;
  const isDone = spec.completions === undefined ? succeeded > 0 && active === 0 : succeeded >= spec.completions;
  return isDone ? { type: 'Complete', reason: 'CompletionsReached', message: 'Job completed' } : undefined;
}
