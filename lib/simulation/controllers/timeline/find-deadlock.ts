import { type Cluster, reference } from '../cluster/cluster';
import type { ClusterDisruptionBudget, ClusterPod } from '../cluster/cluster-object';
import { budgetsOf } from '../disruption/disruption-controller';
import type { AvailabilitySample, Deadlock } from './cluster-timeline';
import { type WorkloadReference, workloadName, workloadOf } from './workload';

/** Who makes no progress for so long, in seconds, is taken to be stuck. */
const PATIENCE_SECONDS = 60;

/**
 * Why a workload is stuck at the end of a run; undefined when it is complete or still moving.
 *
 * @param samples Those of this workload.
 */
export function findDeadlock(
  cluster: Cluster,
  workload: WorkloadReference,
  samples: readonly AvailabilitySample[],
): Deadlock | undefined {
  const pods = cluster.pods.values().filter((pod) => isOf(cluster, workload, pod));
  const last = samples.at(-1);
  if (!last) return undefined;
  const refused = evictionDeadlock(cluster, pods);
  if (refused) return refused;
  const missing = last.desired - Math.min(last.updated, last.ready);
  if (missing <= 0) return undefined;
  const since = lastProgress(samples);
  const condition = cluster.deployments.get(workload.kind === 'Deployment' ? workload.id : undefined)?.conditions;
  const isOverdue = condition?.some(({ reason }) => reason === 'ProgressDeadlineExceeded') ?? false;
  if (!isOverdue && cluster.queue.now - since < PATIENCE_SECONDS) return undefined;

  const waiting = pods.filter(({ deletion }) => !deletion);
  const unschedulable = waiting.filter((pod) => pod.unschedulable);
  if (unschedulable.length > 0) {
    const message = `No node takes ${listed(unschedulable)}.`;
    return { since, reason: isOverdue ? 'ProgressDeadlineExceeded' : 'Unschedulable', message };
  }
  const unready = waiting.filter(({ ready }) => !ready);
  const message =
    unready.length > 0
      ? `${workloadName(workload)} waits for ${listed(unready)} to become ready.`
      : `${workloadName(workload)} has ${waiting.length} of ${last.desired} pods and makes no more.`;
  return { since, reason: isOverdue ? 'ProgressDeadlineExceeded' : 'PodsNotReady', message };
}

function isOf(cluster: Cluster, { kind, id }: WorkloadReference, pod: ClusterPod): boolean {
  const root = workloadOf(cluster, pod);
  return root?.kind === kind && root.id === id;
}

/** The last time that more updated or more ready pods were there than ever before. */
function lastProgress(samples: readonly AvailabilitySample[]): number {
  let since = samples[0]?.at ?? 0;
  let before = samples[0];
  for (const sample of samples) {
    if (before && (sample.updated > before.updated || sample.ready > before.ready)) since = sample.at;
    if (before && sample.updated < before.updated) since = sample.at;
    before = sample;
  }
  return since;
}

/** A drain that asks for the same eviction over and over, and nothing that would allow it comes. */
function evictionDeadlock(cluster: Cluster, pods: readonly ClusterPod[]): Deadlock | undefined {
  for (const pod of pods) {
    const node = cluster.nodes.get(pod.node);
    const refusals = cluster.events.filter((event) => event.type === 'output' && isRefusal(event.text, pod));
    const first = refusals[0];
    const last = refusals.at(-1);
    if (!node?.unschedulable || !first || !last || last.at - first.at < PATIENCE_SECONDS) continue;
    const [budget] = budgetsOf(cluster, pod);
    if (!budget || budget.disruptionsAllowed > 0) continue;
    return { since: first.at, reason: 'EvictionRefused', message: refusal(pod, budget) };
  }
  return undefined;
}

function isRefusal(text: string, { name }: ClusterPod): boolean {
  return text.startsWith(`error when evicting pods/"${name}"`) && text.includes('will retry');
}

function refusal({ id }: ClusterPod, budget: ClusterDisruptionBudget): string {
  const { desiredHealthy, currentHealthy } = budget;
  const name = reference('PodDisruptionBudget', budget);
  return `${name} needs ${desiredHealthy} healthy pods and has ${currentHealthy}, so that ${id} is never evicted.`;
}

function listed(pods: readonly ClusterPod[]): string {
  return pods.map(({ id }) => id).join(', ');
}
