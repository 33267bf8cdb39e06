import type { Bounds, Observation } from '../../explore';

/** What a busy API server may add, or an idle one save, in seconds. */
const MARGIN_SECONDS = 0.25;
/** The share of a spread that is added on both sides: no finite number of runs meets the extremes. */
const SHARE = 0.1;

/**
 * When each thing can happen: the spread over some runs, widened by a quarter of a second and a tenth. Names of
 * observations get the number of their occurrence; the first run is the nominal one.
 */
export function eventBounds(runs: readonly (readonly Observation[])[]): Bounds[] {
  const spreads = new Map<
    string,
    { name: string; occurrence: number; low: number; high: number; count: number; nominal?: number }
  >();
  for (const [index, run] of runs.entries()) {
    const occurrences = new Map<string, number>();
    for (const { name, at } of run) {
      const occurrence = (occurrences.get(name) ?? 0) + 1;
      occurrences.set(name, occurrence);
      const key = `${name}#${occurrence}`;
      const spread = spreads.get(key) ?? { name, occurrence, low: at, high: at, count: 0 };
      spread.low = Math.min(spread.low, at);
      spread.high = Math.max(spread.high, at);
      spread.count += 1;
      if (index === 0) spread.nominal = at;
      spreads.set(key, spread);
    }
  }
  return [...spreads.values()].map(({ name, occurrence, low, high, count, nominal }) => {
    const margin = MARGIN_SECONDS + SHARE * (high - low);
    return {
      name,
      occurrence,
      earliest: Math.max(0, low - margin),
      latest: high + margin,
      ...(nominal !== undefined && { nominal }),
      share: count / runs.length,
    };
  });
}
