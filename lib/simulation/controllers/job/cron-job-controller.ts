import { type Cluster, objectId, reference } from '../cluster/cluster';
import { between, latency } from '../cluster/cluster-choices';
import type { ClusterCronJob, ClusterJob } from '../cluster/cluster-object';
import { deleteOwner } from '../cluster/garbage-collector';
import { storeJob } from '../cluster/object-store';
import type { Process } from '../cluster/process';
import { createWorkQueue } from '../cluster/work-queue';
import { type CronTimes, cronTimes } from './cron-times';
import { isJobFinished, trueCondition } from './job-conditions';

/** How late a CronJob looks at its time, in seconds, so that it is not too early. */
const LATENESS = { shortest: 0.1, longest: 0.12 };

/**
 * Runs the CronJobs of a cluster.
 *
 * Follows kubernetes pkg/controller/cronjob/cronjob_controllerv2.go syncCronJob and its event handlers.
 *
 * @param end When the simulation ends, in simulated seconds: later times do not matter.
 */
export function startCronJobController(cluster: Cluster, end: number): void {
  const queue = createWorkQueue(cluster, (id) => {
    const cronJob = cluster.cronJobs.get(id);
    return cronJob && syncCronJob(cluster, cronJob, end, (seconds) => queue.addAfter(id, seconds));
  });
  cluster.cronJobs.watch(({ id }) => queue.add(id));
  cluster.jobs.watch(({ owner }) => {
    if (owner?.kind === 'CronJob') queue.add(owner.id);
  });
}

function* syncCronJob(
  cluster: Cluster,
  cronJob: ClusterCronJob,
  end: number,
  lookAgain: (seconds: number) => void,
): Process {
  const jobs = cluster.jobs.values().filter(({ owner }) => owner?.kind === 'CronJob' && owner.id === cronJob.id);
  cleanUpHistory(cluster, cronJob, jobs);
  const active = noteFinished(cluster, cronJob, jobs);
  const { suspend, schedule, timeZone, concurrencyPolicy, startingDeadlineSeconds } = cronJob.spec;
  if (suspend) return;

  const times = cronTimes(schedule, timeZone);
  const now = cluster.queue.now;
  const deadline = startingDeadlineSeconds ?? Number.POSITIVE_INFINITY;
  const due = mostRecent(cluster, cronJob, times, Math.max(now - deadline, -1));
  const next = nextTime(cluster, times, due ?? now, end);
  if (next !== undefined) lookAgain(next + between(cluster.choices, 'cron', LATENESS.shortest, LATENESS.longest) - now);
  if (due === undefined || due === cronJob.lastScheduleTime) return;

  const object = reference('CronJob', cronJob);
  if (concurrencyPolicy === 'Forbid' && active.size > 0) {
    const message = 'Not starting job because prior execution is running and concurrency policy is Forbid';
    cluster.emit(object, 'JobAlreadyActive', message);
    return;
  }
  if (concurrencyPolicy === 'Replace') {
    for (const id of active) {
      yield cluster.request();
      deleteOwner(cluster, { kind: 'Job', id }, 'Background');
      cronJob.active.delete(id);
    }
  }
  yield cluster.request();
  const job = createJob(cluster, cronJob);
  cronJob.active.add(job.id);
  cronJob.lastScheduleTime = due;
  cluster.cronJobs.changed(cronJob);
}

/** The last time up to now that no Job was started for. Follows cronjob/utils.go mostRecentScheduleTime. */
function mostRecent(
  cluster: Cluster,
  { createdAt, lastScheduleTime }: ClusterCronJob,
  times: CronTimes,
  notBefore: number,
): number | undefined {
  const now = cluster.queue.now;
  let found: number | undefined;
  let time: number | undefined = Math.max(lastScheduleTime ?? createdAt, notBefore);
  while (time !== undefined) {
    time = nextTime(cluster, times, time, now);
    found = time ?? found;
  }
  return found;
}

/** The next scheduled time, in simulated seconds. */
function nextTime(cluster: Cluster, times: CronTimes, after: number, limit: number): number | undefined {
  const start = cluster.wallClock(0);
  const time = times.next(start + after, start + limit);
  return time === undefined ? undefined : time - start;
}

/** Takes finished Jobs off the list of active ones; the controller's own cache learns of it a little later. */
function noteFinished(cluster: Cluster, cronJob: ClusterCronJob, jobs: readonly ClusterJob[]): Set<string> {
  const active = new Set(cronJob.active);
  for (const job of jobs.filter(isJobFinished)) {
    if (!active.delete(job.id)) continue;
    cluster.queue.after(latency(cluster.choices, 'watch'), () => cronJob.active.delete(job.id));
    const condition = trueCondition(job, 'Complete') ? 'Complete' : 'Failed';
    const message = `Saw completed job: ${job.name}, condition: ${condition}`;
    cluster.emit(reference('CronJob', cronJob), 'SawCompletedJob', message);
  }
  return active;
}

/** Removes the oldest finished Jobs beyond the limits. Follows cronjob_controllerv2.go cleanupFinishedJobs. */
function cleanUpHistory(cluster: Cluster, { spec }: ClusterCronJob, jobs: readonly ClusterJob[]): void {
  const prune = (type: string, limit: number | undefined) => {
    const finished = jobs.filter((job) => trueCondition(job, type));
    if (limit === undefined || finished.length <= limit) return;
    for (const { id } of finished.slice(0, finished.length - limit))
      deleteOwner(cluster, { kind: 'Job', id }, 'Background');
  };
  prune('Complete', spec.successfulJobsHistoryLimit);
  prune('Failed', spec.failedJobsHistoryLimit);
}

function createJob(cluster: Cluster, cronJob: ClusterCronJob): ClusterJob {
  const { metadata, spec } = cronJob.spec.jobTemplate;
  const name = `${cronJob.name}-j-${cluster.nextNumber(cronJob.id)}`;
  return storeJob(
    cluster,
    {
      apiVersion: 'batch/v1',
      kind: 'Job',
      metadata: { ...metadata, name, namespace: cronJob.namespace },
      spec: structuredClone(spec),
    },
    { kind: 'CronJob', id: objectId(cronJob.namespace, cronJob.name) },
  );
}
