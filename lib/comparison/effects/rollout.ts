import type { DaemonSet, Deployment, StatefulSet } from '../../kubernetes/generated/decoded';
import type { IntOrPercent } from '../../kubernetes/int-or-percent';
import type { JsonObject } from '../json';

/** How many pods a rollout of a Deployment may add and miss. */
export interface RolloutBounds {
  readonly replicas: number;
  readonly maxSurge: number;
  readonly maxUnavailable: number;
}

/**
 * The bounds of a rolling update in pods: a surge is rounded up, unavailability down, and when neither leaves room
 * one pod may be unavailable.
 *
 * Follows kubernetes pkg/controller/deployment/util/deployment_util.go ResolveFenceposts.
 *
 * @param replicas What percentages refer to; by default the Deployment's own number.
 */
export function rolloutBounds({ spec }: Deployment, replicas = spec?.replicas ?? 1): RolloutBounds {
  const { maxSurge, maxUnavailable } = spec?.strategy?.rollingUpdate ?? {};
  const surge = count(maxSurge ?? '25%', replicas, Math.ceil);
  const unavailable = count(maxUnavailable ?? '25%', replicas, Math.floor);
  return { replicas, maxSurge: surge, maxUnavailable: surge === 0 && unavailable === 0 ? 1 : unavailable };
}

/** A number, or a percentage of a whole. */
export function count(value: IntOrPercent, whole: number, round: (share: number) => number): number {
  if (typeof value === 'number') return value;
  const number = Number.parseInt(value, 10) || 0;
  return value.endsWith('%') ? round((number * whole) / 100) : number;
}

/** How a workload replaces its pods when their template changes, as a phrase. */
export function rolloutOf(kind: string, object: JsonObject): string {
  if (kind === 'Deployment') return deploymentRollout(object);
  if (kind === 'StatefulSet') return statefulSetRollout(object);
  if (kind === 'DaemonSet') return daemonSetRollout(object);
  return 'the kubelet restarts the container in its pod';
}

function deploymentRollout(deployment: Deployment): string {
  const { replicas, maxSurge, maxUnavailable } = rolloutBounds(deployment);
  const { paused, strategy } = deployment.spec ?? {};
  const when = paused ? ', once it is no longer paused' : '';
  if (replicas === 0) return 'no pods to restart: replicas is 0';
  if (strategy?.type === 'Recreate') return `Recreate, all ${replicas} pods stop before new ones start${when}`;
  return `RollingUpdate, at most ${maxSurge} more and ${maxUnavailable} fewer pods than ${replicas}${when}`;
}

function statefulSetRollout({ spec }: StatefulSet): string {
  const { type, rollingUpdate } = spec?.updateStrategy ?? {};
  const replicas = spec?.replicas ?? 1;
  if (type === 'OnDelete') return 'OnDelete, each pod only when somebody deletes it';
  const atOnce = rollingUpdate?.maxUnavailable ?? 1;
  const partition = rollingUpdate?.partition ?? 0;
  const which = partition > 0 ? `, only ordinals from ${partition} on` : '';
  return `RollingUpdate, at most ${atOnce} fewer pods than ${replicas}, from the highest ordinal down${which}`;
}

function daemonSetRollout({ spec }: DaemonSet): string {
  const { type, rollingUpdate } = spec?.updateStrategy ?? {};
  if (type === 'OnDelete') return 'OnDelete, each pod only when somebody deletes it';
  const { maxSurge = 0, maxUnavailable = 1 } = rollingUpdate ?? {};
  return `RollingUpdate, at most ${maxSurge} more and ${maxUnavailable} fewer pods than nodes`;
}
