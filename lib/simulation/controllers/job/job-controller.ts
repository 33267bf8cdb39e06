import { type Cluster, reference } from '../cluster/cluster';
import type { ClusterJob, ClusterPod, Owner } from '../cluster/cluster-object';
import { isPodActive, isPodTerminal } from '../cluster/pod-state';
import { deletePod, inParallel } from '../cluster/pod-store';
import type { Process } from '../cluster/process';
import { createWorkQueue } from '../cluster/work-queue';
import { podsOf } from '../replica-set/claim-pods';
import { countFinished, newlyFinished } from './finished-pods';
import { type JobBackOff, NO_FAILURES, nextBackOff, remainingBackOff } from './job-back-off';
import { isJobFinished, setJobCondition, trueCondition } from './job-conditions';
import { deadlineOf, type JobOutcome, outcomeOf } from './job-outcome';
import { manageJob } from './job-pods';

/** Changes of pods and of statuses are collected for so many seconds before a Job looks at them. */
const BATCH_SECONDS = 1;

/** What the controller remembers of a Job between syncs. */
interface JobMemory {
  backOff: JobBackOff;
  readonly counted: Set<ClusterPod>;
  readonly indexFailures: Map<number, number>;
  readonly indexBackOff: Map<number, JobBackOff>;
  /** How the Job ends, once that is decided. */
  outcome?: JobOutcome;
}

/**
 * Runs the Jobs of a cluster.
 *
 * Follows kubernetes pkg/controller/job/job_controller.go syncJob and its event handlers (SyncJobBatchPeriod).
 */
export function startJobController(cluster: Cluster): void {
  const memories = new Map<string, JobMemory>();
  const generations = new Map<string, number>();
  const queue = createWorkQueue(cluster, (id) => {
    const job = cluster.jobs.get(id);
    if (!job || job.isDeleting || isJobFinished(job)) return undefined;
    const memory = memories.get(id) ?? newMemory();
    memories.set(id, memory);
    return syncJob(cluster, job, memory, (seconds) => queue.addAfter(id, seconds));
  });
  cluster.jobs.watch(({ id, generation }, type) => {
    if (type === 'removed') memories.delete(id);
    if (generations.get(id) === generation) queue.addAfter(id, BATCH_SECONDS);
    else queue.add(id);
    generations.set(id, generation);
  });
  cluster.pods.watch(({ owner }) => {
    if (owner?.kind === 'Job') queue.addAfter(owner.id, BATCH_SECONDS);
  });
}

function newMemory(): JobMemory {
  return { backOff: NO_FAILURES, counted: new Set(), indexFailures: new Map(), indexBackOff: new Map() };
}

function* syncJob(cluster: Cluster, job: ClusterJob, memory: JobMemory, lookAgain: (seconds: number) => void): Process {
  const owner: Owner = { kind: 'Job', id: job.id };
  const pods = podsOf(cluster, owner);
  const now = cluster.queue.now;
  if (job.startTime === undefined && !job.spec.suspend) job.startTime = cluster.stamp();

  const finished = newlyFinished(job, pods, memory.counted);
  remember(cluster, memory, finished);
  countFinished(job, finished, memory.indexFailures);
  memory.outcome ??= outcomeOf(job, pods, finished.failed, now);
  const active = pods.filter(isPodActive);
  if (memory.outcome) {
    yield* finish(cluster, job, memory.outcome, pods, active, memory);
    return;
  }
  if (Number.isFinite(deadlineOf(job))) lookAgain(deadlineOf(job) - now);
  if (job.spec.suspend) yield* suspend(cluster, job, active, memory);
  else {
    yield* manageJob(
      cluster,
      job,
      pods,
      active,
      (index) => remainingBackOff((index === undefined ? undefined : memory.indexBackOff.get(index)) ?? ofJob(), now),
      lookAgain,
      (pod) => memory.counted.add(pod),
    );
    if (trueCondition(job, 'Suspended')) {
      job.startTime = cluster.stamp();
      yield* setJobCondition(cluster, job, { type: 'Suspended', status: 'False', reason: 'JobResumed' });
      cluster.emit(reference('Job', job), 'Resumed', 'Job resumed');
    }
  }
  yield* storeCounts(cluster, job, finished.succeeded.length + finished.failed.length > 0);

  function ofJob(): JobBackOff {
    return job.spec.backoffLimitPerIndex === undefined ? memory.backOff : NO_FAILURES;
  }
}

function remember(
  cluster: Cluster,
  memory: JobMemory,
  { succeeded, failed }: { readonly succeeded: readonly ClusterPod[]; readonly failed: readonly ClusterPod[] },
): void {
  const stamp = (time: number) => cluster.stamp(time);
  memory.backOff = nextBackOff(memory.backOff, succeeded, failed, stamp);
  for (const pod of failed) {
    if (pod.index === undefined) continue;
    const before = memory.indexBackOff.get(pod.index) ?? NO_FAILURES;
    memory.indexBackOff.set(pod.index, nextBackOff(before, [], [pod], stamp));
  }
  for (const pod of [...succeeded, ...failed]) memory.counted.add(pod);
}

/** Follows job_controller.go trackJobStatusAndRemoveFinalizers, enactJobFinished: the end waits for the last pod. */
function* finish(
  cluster: Cluster,
  job: ClusterJob,
  { type, reason, message }: JobOutcome,
  pods: readonly ClusterPod[],
  active: readonly ClusterPod[],
  memory: JobMemory,
): Process {
  for (const pod of active) memory.counted.add(pod);
  yield* inParallel(cluster, active, (pod) => deletePod(cluster, pod));
  job.active = 0;
  const interim = type === 'Complete' ? 'SuccessCriteriaMet' : 'FailureTarget';
  if (!trueCondition(job, interim)) yield* setJobCondition(cluster, job, { type: interim, status: 'True', reason });
  if (pods.some((pod) => pod.deletion && !isPodTerminal(pod))) return;
  yield* setJobCondition(cluster, job, { type, status: 'True', reason });
  cluster.emit(reference('Job', job), type === 'Complete' ? 'Completed' : reason, message);
}

function* suspend(cluster: Cluster, job: ClusterJob, active: readonly ClusterPod[], memory: JobMemory): Process {
  for (const pod of active) memory.counted.add(pod);
  yield* inParallel(cluster, active, (pod) => deletePod(cluster, pod));
  if (trueCondition(job, 'Suspended')) return;
  job.startTime = undefined;
  yield* setJobCondition(cluster, job, { type: 'Suspended', status: 'True', reason: 'JobSuspended' });
  cluster.emit(reference('Job', job), 'Suspended', 'Job suspended');
}

function* storeCounts(cluster: Cluster, job: ClusterJob, haveChanged: boolean): Process {
  const pods = podsOf(cluster, { kind: 'Job', id: job.id }).filter(isPodActive);
  const ready = pods.filter((pod) => pod.ready).length;
  if (job.active === pods.length && job.ready === ready && !haveChanged) return;
  yield cluster.request();
  job.active = pods.length;
  job.ready = ready;
  cluster.jobs.changed(job);
}
