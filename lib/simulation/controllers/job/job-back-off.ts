import type { ClusterPod } from '../cluster/cluster-object';

const FIRST_SECONDS = 10;
const LONGEST_SECONDS = 600;

/** The failures of a Job since its last success. */
export interface JobBackOff {
  readonly failures: number;
  /** When the last of them ended, in simulated seconds cut to the whole second. */
  readonly lastFailure: number;
}

/** A Job that has not failed. */
export const NO_FAILURES: JobBackOff = { failures: 0, lastFailure: 0 };

/**
 * The back-off after some pods have ended: failures count from the last success on.
 *
 * Follows kubernetes pkg/controller/job/backoff_utils.go newBackoffRecord.
 */
export function nextBackOff(
  before: JobBackOff,
  succeeded: readonly ClusterPod[],
  failed: readonly ClusterPod[],
  stamp: (time: number) => number,
): JobBackOff {
  if (succeeded.length + failed.length === 0) return before;
  const times = failed.map((pod) => finishTime(pod, stamp));
  if (succeeded.length === 0) {
    return { failures: before.failures + failed.length, lastFailure: Math.max(...times) };
  }
  const lastSuccess = Math.max(...succeeded.map((pod) => finishTime(pod, stamp)));
  const later = times.filter((time) => time > lastSuccess);
  return later.length === 0 ? NO_FAILURES : { failures: later.length, lastFailure: Math.max(...later) };
}

/**
 * Seconds until a Job may make pods again: 10 s after the first failure, doubled with each further one, at most 600 s.
 *
 * Follows kubernetes pkg/controller/job/backoff_utils.go getRemainingTime.
 */
export function remainingBackOff({ failures, lastFailure }: JobBackOff, now: number): number {
  if (failures === 0) return 0;
  const length = Math.min(FIRST_SECONDS * 2 ** (failures - 1), LONGEST_SECONDS);
  return Math.max(0, lastFailure + length - now);
}

/** When a pod ended, or its deletion began. Follows backoff_utils.go getFinishedTime. */
function finishTime({ finishedAt, deletion, createdAt }: ClusterPod, stamp: (time: number) => number): number {
  return finishedAt ?? (deletion ? stamp(deletion.at) : createdAt);
}
