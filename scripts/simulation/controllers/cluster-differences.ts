import type { Observation } from '../../../lib/simulation/explore';

/** Events of a burst come in any order: those that are not further apart than this, in seconds. */
const BURST_SECONDS = 0.25;
/** How far an event may be outside the spread of the recorded runs, in seconds. */
const SLACK_SECONDS = 1;

/** Something in which a simulated run is not like a recorded one. */
export interface Difference {
  readonly at: number;
  readonly text: string;
}

/** The earliest and the latest time of each event, by its numbered name. */
export type Spread = ReadonlyMap<string, readonly [earliest: number, latest: number]>;

/** The observations with the number of their occurrence in their names. */
export function numbered(observations: readonly Observation[]): Observation[] {
  const counts = new Map<string, number>();
  return observations.map(({ name, at }) => {
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    return { name: `${name} #${count}`, at };
  });
}

/** The spread of each event over several runs. */
export function spreadOf(runs: readonly (readonly Observation[])[]): Spread {
  const spread = new Map<string, readonly [number, number]>();
  for (const { name, at } of runs.flatMap(numbered)) {
    const [low, high] = spread.get(name) ?? [at, at];
    spread.set(name, [Math.min(low, at), Math.max(high, at)]);
  }
  return spread;
}

/**
 * In what a simulated run differs from a recorded one, in the order of time: other events, one outside the spread of the
 * recorded runs plus a second, or two in another order although they were not of one burst. The last second is left out.
 */
export function differences(
  simulated: readonly Observation[],
  recorded: readonly Observation[],
  spread: Spread,
  end: number,
): Difference[] {
  const found: Difference[] = [];
  const times = new Map(numbered(simulated).map(({ name, at }) => [name, at]));
  const expected = numbered(recorded);
  const names = new Set(expected.map(({ name }) => name));
  for (const [name, at] of times) {
    if (!names.has(name) && at < end - SLACK_SECONDS) found.push({ at, text: `not recorded: ${name}` });
  }
  const burst: { readonly recorded: number; readonly simulated: number; readonly name: string }[] = [];
  let before = { at: Number.NEGATIVE_INFINITY, name: '' };
  for (const { name, at } of expected) {
    const time = times.get(name);
    if (time === undefined) {
      if (at < end - SLACK_SECONDS) found.push({ at, text: `not simulated: ${name}` });
      continue;
    }
    const [low, high] = spread.get(name) ?? [at, at];
    if (time < low - SLACK_SECONDS || time > high + SLACK_SECONDS) {
      found.push({ at: Math.min(at, time), text: `at ${time.toFixed(2)} instead of ${low} to ${high}: ${name}` });
    }
    while (burst[0] && burst[0].recorded < at - BURST_SECONDS) {
      const [first] = burst.splice(0, 1);
      if (first && first.simulated > before.at) before = { at: first.simulated, name: first.name };
    }
    if (time < before.at) found.push({ at: time, text: `${name} before ${before.name}` });
    burst.push({ recorded: at, simulated: time, name });
  }
  return found.sort((one, other) => one.at - other.at);
}
