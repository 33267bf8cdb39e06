import type { PodSpec } from '../kubernetes/generated/decoded';
import type { Manifest } from '../simulation/controllers/cluster/object-store';
import type { PodEvent } from '../simulation/pod-event';
import { outcomeOf } from '../simulation/scenario/outcome';
import type { Scenario } from '../simulation/scenario/scenario';
import { simulate } from '../simulation/scenario/simulate';
import { plainObject } from '../simulation/scenario/simulated-object';
import { type PodTimeline, statusAt, type Timeline } from '../simulation/scenario/timeline';

/** How a workload heals, in seconds and counts. */
export interface Healing {
  /** From the moment a process hangs to the first sign of it: not ready, or to be restarted; undefined: nobody notices. */
  readonly hangNoticed?: number;
  /** From that moment until all pods serve again; undefined: never. */
  readonly hangHealed?: number;
  /** Restarts of one pod while what it depends on is away for a minute. */
  readonly restartsInOutage: number;
  /** The longest time to the first answer that ends in a ready pod without a restart; undefined: a quarter of an hour and more. */
  readonly slowestStart?: number;
  /** From another image tag to the end of the rollout, of processes that start at once; undefined: no rollouts. */
  readonly rollout?: number;
  readonly nodeLoss: {
    /** How many pods serve in the meantime, and how many there are to be. */
    readonly serving: number;
    readonly replicas: number;
    /** Until all serve again; undefined: never. */
    readonly healed?: number;
  };
}

/** A workload that does not serve after so many seconds never will, and is struck then. */
const LONGEST_SILENCE = 600;
/** Seconds between the moment at which all is well and the next stroke. */
const REST = 30;
/** A hang may come right after a probe or right before one; so many moments of a period are tried. */
const MOMENTS = 4;
/** The starts that are tried, in seconds. */
const FIRST_START = 8;
const LONGEST_START = 900;
/** How long a hang, a rollout and a lost node are looked at; seconds. */
const LOOK = 600;

/**
 * How a workload heals, as the simulator finds out: a hang is measured at its worst moment, everything else once.
 *
 * @param object A construct, or a plain object that the API server takes.
 * @param kubeVersion `1.28` to `1.36`. Default: `1.36`.
 */
export function healingOf(object: unknown, kubeVersion?: string): Healing {
  const options = kubeVersion === undefined ? {} : { kubeVersion };
  const run = (scenario: Scenario) => simulate(object, scenario, options);
  const one = withOneReplica(plainObject(object));
  const runOne = (scenario: Scenario) => simulate(one, scenario, options);
  const still = run({ duration: LONGEST_SILENCE });
  const strike = Math.ceil((outcomeOf(still).firstServing ?? LONGEST_SILENCE) + REST);
  const [hangNoticed, hangHealed] = worstHang(runOne, strike, periodOf(still.pods[0]?.spec));
  const outage = runOne({ dependencyDown: { from: strike, to: strike + 60 }, duration: strike + LOOK });
  const slowestStart = slowestStartOf(runOne, strike);
  const rollout = ROLLED_OUT.includes(still.object.kind) ? rolloutSeconds(run, strike) : undefined;
  return {
    ...(hangNoticed !== undefined && { hangNoticed }),
    ...(hangHealed !== undefined && { hangHealed }),
    restartsInOutage: Math.max(0, ...outage.pods.map(restartsIn)),
    ...(slowestStart !== undefined && { slowestStart }),
    ...(rollout !== undefined && { rollout }),
    nodeLoss: nodeLossOf(run, strike),
  };
}

/** What a pod does by itself, one shows as well as many. */
function withOneReplica(object: Manifest): Manifest {
  const spec = object.spec as { readonly replicas?: number } | undefined;
  return spec?.replicas === undefined ? object : { ...object, spec: { ...spec, replicas: 1 } };
}

type Run = (scenario: Scenario) => Timeline;

const ROLLED_OUT = ['Deployment', 'StatefulSet', 'DaemonSet'];

function periodOf(spec: PodSpec | undefined): number {
  const { livenessProbe, readinessProbe } = spec?.containers?.[0] ?? {};
  return Math.max(livenessProbe?.periodSeconds ?? 0, readinessProbe?.periodSeconds ?? 0, 1);
}

function worstHang(
  run: Run,
  strike: number,
  period: number,
): [noticed: number | undefined, healed: number | undefined] {
  const found = Array.from({ length: MOMENTS }, (_, index) => {
    const hang = strike + (index * period) / MOMENTS;
    const timeline = run({ hang, duration: hang + LOOK });
    const struck = timeline.pods.find(({ faults }) => faults.length > 0);
    const { outages, servesAtEnd } = outcomeOf(timeline);
    const end = outages.findLast(({ to }) => to > hang)?.to;
    return [struck && noticedAt(struck, hang), servesAtEnd && end !== undefined ? end - hang : undefined] as const;
  });
  return [worst(found.map(([noticed]) => noticed)), worst(found.map(([, healed]) => healed))];
}

/** The longest; undefined when one of them never comes. */
function worst(seconds: readonly (number | undefined)[]): number | undefined {
  return seconds.reduce<number | undefined>(
    (longest, one) => (longest === undefined || one === undefined ? undefined : Math.max(longest, one)),
    0,
  );
}

function noticedAt(pod: PodTimeline, hang: number): number | undefined {
  const killed = pod.events.find((event) => event.at >= hang && isKilling(event))?.at;
  const unready = pod.statuses.find(({ at }) => at >= hang && !isReadyAt(pod, at))?.at;
  const first = Math.min(killed ?? Number.POSITIVE_INFINITY, unready ?? Number.POSITIVE_INFINITY);
  return Number.isFinite(first) ? first - hang : undefined;
}

function isKilling(event: PodEvent): boolean {
  return event.type === 'event' && event.reason === 'Killing';
}

function isReadyAt(pod: PodTimeline, at: number): boolean {
  return statusAt(pod, at)?.conditions.some(({ type, status }) => type === 'Ready' && status === 'True') ?? false;
}

function restartsIn(pod: PodTimeline): number {
  return pod.events.filter((event) => event.type === 'started' && event.restart > 0).length;
}

/** Doubles the start until it does not survive, then halves the span in which the limit is, to the second. */
function slowestStartOf(run: Run, strike: number): number | undefined {
  const survives = (slowStart: number) => {
    const { needlessKills, servesAtEnd } = outcomeOf(run({ slowStart, duration: slowStart + strike }));
    return needlessKills.length === 0 && servesAtEnd;
  };
  let [good, bad] = [0, FIRST_START];
  while (survives(bad)) {
    if (bad >= LONGEST_START) return undefined;
    [good, bad] = [bad, Math.min(2 * bad, LONGEST_START)];
  }
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2);
    if (survives(middle)) good = middle;
    else bad = middle;
  }
  return good;
}

function rolloutSeconds(run: Run, strike: number): number | undefined {
  const { pods } = run({ steps: [{ step: 'rollout', at: strike }], duration: strike + LOOK });
  const ends = pods.map((pod) => {
    if (pod.createdAt < strike) return pod.goneAt;
    return pod.statuses.find(({ at }) => isReadyAt(pod, at))?.at;
  });
  const last = worst(ends);
  return last === undefined || last < strike ? undefined : last - strike;
}

function nodeLossOf(run: Run, strike: number): Healing['nodeLoss'] {
  const timeline = run({ steps: [{ step: 'lose-node', at: strike }], duration: strike + LOOK });
  const { outages, fewestServing, servesAtEnd } = outcomeOf(timeline);
  const outage = outages.find(({ to }) => to > strike);
  const healed = outage && servesAtEnd ? outage.to - strike : outage ? undefined : 0;
  return {
    serving: fewestServing,
    replicas: timeline.desired[0]?.replicas ?? 0,
    ...(healed !== undefined && { healed }),
  };
}
