import { nominalChoices, seededChoices } from '../../../lib/simulation/choices';
import type { ClusterChoices } from '../../../lib/simulation/controllers/cluster/cluster-choices';
import { observeCluster } from '../../../lib/simulation/controllers/simulate-cluster';
import type { Observation } from '../../../lib/simulation/explore';
import { type Difference, differences, type Spread } from './cluster-differences';
import { exactNames } from './recorded-events';
import type { Replay } from './replay-cluster';

/** How many simulated runs may be tried. */
const LIMIT = 600;
/** How far before a difference choices are made anew, in seconds. */
const REACHES = [0.3, 0.05, 1, 60, 5.5, 0.15, Number.POSITIVE_INFINITY];

/** The simulated run that comes closest to a recorded one. */
export interface Fit {
  readonly differences: readonly Difference[];
  /** How many runs were tried. */
  readonly tried: number;
}

interface Attempt {
  readonly draws: readonly { readonly value: number; readonly at: number }[];
  readonly differences: readonly Difference[];
}

/**
 * Looks for choices under which the simulator does what one of the recorded runs shows: those shortly before the first
 * difference are drawn again, and the attempt whose first difference comes latest is kept.
 */
export function fitCluster(replay: Replay, runs: readonly (readonly Observation[])[], spread: Spread): Fit {
  let best = runs.map((run) => ({ run, attempt: attempt(replay, run, spread, [], nominalChoices) }));
  let tried = 1;
  while (best.every((fit) => fit.attempt.differences.length > 0) && tried < LIMIT) {
    const [reach = 0] = [REACHES[tried % REACHES.length]];
    best = best.map(({ run, attempt: before }) => {
      const until = (before.differences[0]?.at ?? 0) - reach;
      const kept = before.draws.filter(({ at }) => at < until).map(({ value }) => value);
      const next = attempt(replay, run, spread, kept, seededChoices(tried));
      return { run, attempt: isBetter(next, before) ? next : before };
    });
    tried += runs.length;
  }
  const found = best.map((fit) => fit.attempt.differences).sort((one, other) => one.length - other.length);
  return { differences: found[0] ?? [], tried };
}

function attempt(
  { objects, scenario, options }: Replay,
  recorded: readonly Observation[],
  spread: Spread,
  script: readonly number[],
  rest: ClusterChoices,
): Attempt {
  const draws: { value: number; at: number }[] = [];
  let now = () => 0;
  const choices: ClusterChoices = {
    next(source) {
      const value = script[draws.length] ?? rest.next(source);
      draws.push({ value, at: now() });
      return value;
    },
  };
  const { cluster } = observeCluster(objects, scenario, options, choices, ({ queue }) => {
    now = () => queue.now;
  });
  const found = differences(exactNames(cluster), recorded, spread, scenario.seconds);
  return { draws, differences: found };
}

function isBetter(one: Attempt, other: Attempt): boolean {
  const [first, second] = [one.differences[0]?.at, other.differences[0]?.at];
  if (first === undefined || second === undefined) return first === undefined;
  return first > second || (first === second && one.differences.length < other.differences.length);
}
