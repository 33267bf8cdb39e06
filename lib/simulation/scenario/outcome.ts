import type { Span } from './scenario';
import { type PodTimeline, statusAt, type Timeline } from './timeline';

/** What a simulation comes to. Simulated seconds. */
export interface Outcome {
  /** When all replicas served for the first time; undefined when they never did. */
  readonly firstServing?: number;
  /** Stretches, after that, in which fewer pods served than there were to be. */
  readonly outages: readonly Span[];
  /** Whether as many pods as there are to be serve in the end. */
  readonly servesAtEnd: boolean;
  /** The lowest number of serving pods after the first time that all did. */
  readonly fewestServing: number;
  /** The sum of all restarts of containers. */
  readonly restarts: number;
  /** Containers that a probe had killed although they did not hang: they would have been well by themselves. */
  readonly needlessKills: readonly { readonly at: number; readonly pod: string; readonly container: string }[];
}

/** A pod serves while it is ready, and none of its containers hangs unnoticed. */
function serves(pod: PodTimeline, at: number): boolean {
  if (at < pod.createdAt || (pod.goneAt !== undefined && at >= pod.goneAt)) return false;
  if (pod.faults.some(({ from, to }) => at >= from && at < to)) return false;
  const status = statusAt(pod, at);
  if (!status || status.deletedAt !== undefined) return false;
  if (status.phase === 'Succeeded') return true;
  return status.conditions.some((condition) => condition.type === 'Ready' && condition.status === 'True');
}

/** What a simulation comes to. */
export function outcomeOf({ pods, desired, duration }: Timeline): Outcome {
  const changes = [
    0,
    ...desired.map(({ at }) => at),
    ...pods.flatMap(({ createdAt, goneAt, statuses, faults }) => [
      createdAt,
      ...(goneAt === undefined ? [] : [goneAt]),
      ...statuses.map(({ at }) => at),
      ...faults.flatMap(({ from, to }) => [from, to]),
    ]),
  ];
  const times = [...new Set(changes)].filter((at) => at < duration).sort((one, other) => one - other);
  const wanted = (at: number) => desired.filter((change) => change.at <= at).at(-1)?.replicas ?? 0;
  const serving = (at: number) => pods.filter((pod) => serves(pod, at)).length;
  const states = times.map((from, index) => ({
    from,
    to: times[index + 1] ?? duration,
    serving: serving(from),
    isFull: serving(from) >= wanted(from),
  }));
  const first = states.findIndex(({ isFull }) => isFull);
  const later = first < 0 ? [] : states.slice(first);
  const outages: Span[] = [];
  for (const { from, to, isFull } of later) {
    const last = outages.at(-1);
    if (isFull) continue;
    if (last?.to === from) outages[outages.length - 1] = { from: last.from, to };
    else outages.push({ from, to });
  }
  const firstServing = states[first]?.from;
  return {
    ...(firstServing !== undefined && { firstServing }),
    outages,
    servesAtEnd: states.at(-1)?.isFull ?? false,
    fewestServing: later.length === 0 ? 0 : Math.min(...later.map((state) => state.serving)),
    restarts: pods.reduce((sum, pod) => sum + restartsOf(pod), 0),
    needlessKills: pods.flatMap(needlessKills),
  };
}

function restartsOf(pod: PodTimeline): number {
  const last = pod.statuses.at(-1)?.status;
  const all = [...(last?.initContainerStatuses ?? []), ...(last?.containerStatuses ?? [])];
  return all.reduce((sum, { restartCount }) => sum + restartCount, 0);
}

function needlessKills(pod: PodTimeline): Outcome['needlessKills'] {
  return pod.events.flatMap((event) => {
    if (event.type !== 'event' || event.reason !== 'Killing' || !/ failed \w+ probe/.test(event.message)) return [];
    const container = event.container ?? '';
    const hung = pod.faults.some(
      (fault) => fault.container === container && event.at >= fault.from && event.at <= fault.to,
    );
    return hung ? [] : [{ at: event.at, pod: pod.name, container }];
  });
}
