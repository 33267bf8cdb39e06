import type { JsonObject } from '../comparison/json';
import type { CronJob, DaemonSet, Deployment, Job, ReplicaSet, StatefulSet } from '../kubernetes/generated/decoded';
import { fencepostsOf, scaledValue } from '../simulation/controllers/deployment/scaled-value';

/** How many pods there are when a workload replaces them. */
export interface ExplainedRollout {
  /** How many there are to be; absent for one pod a node. */
  readonly replicas?: number;
  /** At most so many exist at once, the old and the new. */
  readonly most?: number;
  /** At least so many are available. */
  readonly least?: number;
  /** The arithmetic in words. */
  readonly text: string;
}

/** What becomes of the pods of a defaulted workload when its template changes, in numbers of pods. */
export function explainedRollout(kind: string, object: JsonObject): ExplainedRollout | undefined {
  switch (kind) {
    case 'Deployment':
      return deploymentRollout(object);
    case 'StatefulSet':
      return statefulSetRollout(object);
    case 'DaemonSet':
      return daemonSetRollout(object);
    case 'ReplicaSet':
      return replicaSetRollout(object);
    case 'Job':
      return { text: jobText((object as Job).spec) };
    case 'CronJob':
      return { text: cronJobText(object) };
    default:
      return undefined;
  }
}

function deploymentRollout({ spec = {} }: Deployment): ExplainedRollout {
  const { replicas = 1, strategy, progressDeadlineSeconds, paused, minReadySeconds } = spec;
  const deadline =
    progressDeadlineSeconds === undefined || progressDeadlineSeconds > LONGEST_DEADLINE
      ? ''
      : `; reported as failed after ${progressDeadlineSeconds}s without progress`;
  const waits = minReadySeconds ? `, a new one once it is ready for ${minReadySeconds}s` : '';
  const stands = paused ? 'paused: nothing is replaced until it is resumed; then ' : '';
  if (strategy?.type === 'Recreate') {
    return {
      replicas,
      most: replicas,
      least: 0,
      text: `${stands}${pods(replicas)}, all of them stopped before new ones start${deadline}`,
    };
  }
  const { maxSurge, maxUnavailable } = fencepostsOf(spec);
  const { maxSurge: surge, maxUnavailable: unavailable } = strategy?.rollingUpdate ?? {};
  const [most, least] = [replicas + maxSurge, replicas - maxUnavailable];
  return {
    replicas,
    most,
    least,
    text: `${stands}${pods(replicas)}, never more than ${most} (maxSurge ${scaled(surge, maxSurge)}), never fewer than ${least} available (maxUnavailable ${scaled(unavailable, maxUnavailable)})${waits}${deadline}`,
  };
}

/** `kubectl` writes the largest 32-bit number for no deadline. */
const LONGEST_DEADLINE = 2 ** 31 - 2;

function statefulSetRollout({ metadata, spec = {} }: StatefulSet): ExplainedRollout {
  const { replicas = 1, updateStrategy, ordinals } = spec;
  if (updateStrategy?.type === 'OnDelete') {
    return { replicas, most: replicas, text: `${pods(replicas)}, each replaced only when somebody deletes it` };
  }
  const { partition = 0, maxUnavailable = 1 } = updateStrategy?.rollingUpdate ?? {};
  // Follows kubernetes pkg/controller/statefulset/stateful_set_utils.go getStatefulSetMaxUnavailable.
  const atOnce = Math.max(scaledValue(maxUnavailable, replicas, 'down'), 1);
  const first = ordinals?.start ?? 0;
  const [highest, lowest] = [first + replicas - 1, Math.max(first, partition)];
  const least = Math.max(replicas - atOnce, 0);
  const name = metadata?.name ?? '';
  if (replicas === 0) return { replicas, most: 0, least: 0, text: 'no pods' };
  if (lowest > highest) {
    return {
      replicas,
      most: replicas,
      least: replicas,
      text: `${pods(replicas)}, none of them replaced: partition is ${partition}`,
    };
  }
  const which = lowest === highest ? `only ${name}-${highest}` : `from ${name}-${highest} down to ${name}-${lowest}`;
  return {
    replicas,
    most: replicas,
    least,
    text: `${pods(replicas)}, ${which}, ${atOnce} at once: never fewer than ${least} available`,
  };
}

function daemonSetRollout({ spec = {} }: DaemonSet): ExplainedRollout {
  const { type, rollingUpdate } = spec.updateStrategy ?? {};
  if (type === 'OnDelete') return { text: 'one pod a node, each replaced only when somebody deletes it' };
  const { maxSurge = 0, maxUnavailable = 1 } = rollingUpdate ?? {};
  const surge = maxSurge !== 0 && maxSurge !== '0%';
  return {
    text: surge
      ? `one pod a node; on ${ofNodes(maxSurge)} at once the new one starts beside the old one`
      : `one pod a node; on ${ofNodes(maxUnavailable)} at once the old one stops before the new one starts`,
  };
}

function replicaSetRollout({ spec }: ReplicaSet): ExplainedRollout {
  const { replicas = 1 } = spec ?? {};
  return {
    replicas,
    text: `${pods(replicas)}; a changed template is for new pods only, a Deployment would replace the old ones`,
  };
}

function jobText({
  parallelism = 1,
  completions,
  backoffLimit = 6,
  activeDeadlineSeconds,
  template,
  ...spec
}: Spec<Job> = {}): string {
  const goal =
    completions === undefined
      ? 'until one succeeds'
      : `until ${completions === 1 ? 'one has' : `${completions} have`} succeeded`;
  const failed =
    template?.spec?.restartPolicy === 'OnFailure'
      ? `more than ${backoffLimit} restarts of containers`
      : `more than ${backoffLimit} failed pods`;
  const limit = spec.backoffLimitPerIndex === undefined ? `; ${failed} make it fail` : '';
  const deadline = activeDeadlineSeconds === undefined ? '' : `, and so do ${activeDeadlineSeconds}s`;
  return `at most ${pods(parallelism)} at once ${goal}${limit}${deadline}`;
}

function cronJobText({ spec = {} }: CronJob): string {
  const { schedule = '', timeZone, concurrencyPolicy, suspend, jobTemplate } = spec;
  const overlap = {
    Forbid: 'left out while the last one runs',
    Replace: 'the last one is deleted if it still runs',
    Allow: 'also beside the last one',
  }[concurrencyPolicy ?? 'Allow'];
  const zone = timeZone ?? 'the time zone of the cluster';
  return `${suspend ? 'suspended; else ' : ''}a Job at ${schedule} in ${zone}, ${overlap}: ${jobText(jobTemplate?.spec)}`;
}

type Spec<T extends { spec?: unknown }> = NonNullable<T['spec']>;

function pods(count: number): string {
  return count === 1 ? '1 pod' : `${count} pods`;
}

/** `25% is 1`; a number stands for itself. */
function scaled(value: number | string | undefined, count: number): string {
  return value === count || value === undefined ? String(count) : `${value} is ${count}`;
}

function ofNodes(value: number | string): string {
  if (typeof value === 'string') return `${value} of the nodes`;
  return value === 1 ? 'one node' : `${value} nodes`;
}
