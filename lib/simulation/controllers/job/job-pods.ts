import type { Cluster } from '../cluster/cluster';
import type { ClusterJob, ClusterPod } from '../cluster/cluster-object';
import { isPodTerminal } from '../cluster/pod-state';
import { createPod, deletePod, inGrowingBatches, inParallel } from '../cluster/pod-store';
import type { Process } from '../cluster/process';
import { replacesTerminating } from './finished-pods';
import { firstPendingIndexes, isIndexed, podsForRemoval } from './job-indexes';

/**
 * Makes or deletes pods so that as many run as a Job wants.
 *
 * Follows kubernetes pkg/controller/job/job_controller.go manageJob, getPodCreationInfoForIndependentIndexes.
 *
 * @param backOff Seconds until a pod may be made, of an index if indexes fail by themselves.
 * @param lookAgain Called with the seconds until the next pod may be made.
 * @param disown Called with each pod that is deleted and does not count any more.
 */
export function* manageJob(
  cluster: Cluster,
  job: ClusterJob,
  pods: readonly ClusterPod[],
  active: readonly ClusterPod[],
  backOff: (index?: number) => number,
  lookAgain: (seconds: number) => void,
  disown: (pod: ClusterPod) => void,
): Process {
  const wanted = wantedPods(job, active.length);
  if (active.length > wanted) {
    const chosen = podsForRemoval(active, active.length - wanted);
    for (const pod of chosen) disown(pod);
    yield* inParallel(cluster, chosen, (pod) => deletePod(cluster, pod));
    return;
  }
  const terminating = replacesTerminating(job) ? 0 : pods.filter((pod) => pod.deletion && !isPodTerminal(pod)).length;
  const missing = wanted - terminating - active.length;
  if (missing <= 0) return;
  const perIndex = job.spec.backoffLimitPerIndex !== undefined;
  const wait = perIndex ? 0 : backOff();
  if (wait > 0) {
    lookAgain(wait);
    return;
  }
  const slots = isIndexed(job) ? firstPendingIndexes(job, active, missing) : Array<undefined>(missing).fill(undefined);
  const waits = perIndex ? slots.map((index) => backOff(index)) : [];
  const ready = slots.filter((_, place) => (waits[place] ?? 0) <= 0);
  const soonest = Math.min(...waits.filter((seconds) => seconds > 0));
  if (ready.length === 0 && Number.isFinite(soonest)) lookAgain(soonest);
  yield* inGrowingBatches(cluster, ready, (index) => createJobPod(cluster, job, index));
}

function wantedPods({ spec, succeeded }: ClusterJob, active: number): number {
  if (spec.completions === undefined) return succeeded > 0 ? active : spec.parallelism;
  return Math.max(0, Math.min(spec.completions - succeeded, spec.parallelism));
}

function createJobPod(cluster: Cluster, job: ClusterJob, index: number | undefined): void {
  const { metadata, spec = {} } = job.spec.template;
  createPod(cluster, {
    name: `${job.name}-${cluster.nextNumber(job.id)}`,
    namespace: job.namespace,
    labels: metadata?.labels ?? {},
    annotations: metadata?.annotations ?? {},
    spec,
    owner: { kind: 'Job', id: job.id },
    index,
  });
}
