import { type Choices, constantChoices, type JitterSource, nominalChoices, seededChoices } from './choices';

/** Something that happens in a run: `name` is the same for the same thing in every run. */
export interface Observation {
  readonly name: string;
  /** In simulated seconds. */
  readonly at: number;
}

/** When something can happen. Times are simulated seconds. */
export interface Bounds {
  readonly name: string;
  /** 1 for the first time that it happens in a run. */
  readonly occurrence: number;
  readonly earliest: number;
  readonly latest: number;
  /** When it happens in the nominal run; undefined when it does not. */
  readonly nominal?: number;
  /** In how many of the explored runs it happens, in [0, 1]. */
  readonly share: number;
}

/** How far the exploration goes. */
export interface ExploreOptions {
  /** How many runs with random choices, besides those with the same choice throughout; default 160. */
  readonly samples?: number;
}

/** Seconds within which a kubelet notices things; added on both sides, as no finite number of runs meets the extremes. */
const MARGIN = 1;
/** The share of a spread that is added on both sides for the same reason. */
const SHARE = 0.1;
/** The sources that are taken to their ends one against another. */
const CORNERS: readonly JitterSource[] = ['relist', 'syncTick', 'clock', 'backOff', 'trigger', 'tie'];

/**
 * The earliest and latest moment of everything that can happen: the spread over the nominal run, over all runs in which
 * each source of jitter stays at one of its ends, and over random ones (the same every time), widened by 1 s and a tenth.
 *
 * @param run What happens under these choices.
 */
export function explore(run: (choices: Choices) => readonly Observation[], options: ExploreOptions = {}): Bounds[] {
  const { samples = 160 } = options;
  const spreads = new Map<string, { name: string; occurrence: number; low: number; high: number; count: number }>();
  let runs = 0;
  const add = (observations: readonly Observation[]): Map<string, number> => {
    const times = new Map<string, number>();
    const occurrences = new Map<string, number>();
    runs++;
    for (const { name, at } of observations) {
      const occurrence = (occurrences.get(name) ?? 0) + 1;
      occurrences.set(name, occurrence);
      const key = `${name}#${occurrence}`;
      times.set(key, at);
      const spread = spreads.get(key);
      if (!spread) {
        spreads.set(key, { name, occurrence, low: at, high: at, count: 1 });
        continue;
      }
      spread.low = Math.min(spread.low, at);
      spread.high = Math.max(spread.high, at);
      spread.count++;
    }
    return times;
  };

  const nominal = add(run(nominalChoices));
  for (let corner = 0; corner < 2 ** CORNERS.length; corner++) add(run(cornerChoices(corner)));
  for (let seed = 1; seed <= samples; seed++) add(run(seededChoices(seed, EXTREMES[seed % EXTREMES.length])));

  return [...spreads].map(([key, { name, occurrence, low, high, count }]) => {
    const margin = MARGIN + SHARE * (high - low);
    const time = nominal.get(key);
    return {
      name,
      occurrence,
      earliest: Math.max(0, low - margin),
      latest: high + margin,
      ...(time !== undefined && { nominal: time }),
      share: count / runs,
    };
  });
}

/** The shares of choices at an end, in turns: a sum of many choices comes near its own ends only with many of these. */
const EXTREMES = [0, 0.5, 1];

function cornerChoices(corner: number): Choices {
  const low = constantChoices(0);
  const high = constantChoices(1);
  return { next: (source) => ((corner >> CORNERS.indexOf(source)) & 1 ? high : low).next(source) };
}
