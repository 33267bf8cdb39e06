import { observationName } from '../../lib/simulation/pod-observations';
import type { RecordedEvent } from './recording';

/** Seconds that a simulated event may be away from the recorded one. */
const TOLERANCE = 1;
/** Seconds within which the recording cannot tell the order of two events: its status is polled every 0.2 s. */
const RESOLUTION = 0.25;
/** Seconds after the first start within which statuses pass quickly. */
const START = 1.3;
/** Seconds before the end of a recording in which an event may be on the other side of the cut. */
const CUT = 1.2;

/** The first event in which two runs differ. */
export interface Difference {
  readonly t: number;
  /** How far apart the two are, in seconds; Infinity when only one run has the event. */
  readonly gap: number;
  readonly text: string;
}

/** How like each other two runs are. */
export interface Comparison {
  readonly first?: Difference;
  /** The sum of the distances in time of the events before the first difference, in seconds. */
  readonly distance: number;
}

/** An event without its time and its prose: two events with the same name in two runs are the same event. */
export function nameOf({ container, event, detail = {} }: RecordedEvent): string {
  const { output, message, ...facts } = detail;
  const words: RecordedEvent['detail'] = event === 'probe-kill' && message !== undefined ? { message } : {};
  return observationName({ container, type: event, detail: { ...facts, ...words } });
}

/** Between which seconds each event lies in the recorded runs, by its name and number. */
export type Spread = ReadonlyMap<string, readonly [number, number]>;

/** The spread over the recorded runs of one scenario. */
export function spreadOf(runs: readonly (readonly RecordedEvent[])[]): Spread {
  const spread = new Map<string, readonly [number, number]>();
  for (const run of runs) {
    for (const [name, events] of byName(withoutBlinks(run))) {
      for (const [index, { t }] of events.entries()) {
        const [low, high] = spread.get(`${name} #${index + 1}`) ?? [t, t];
        spread.set(`${name} #${index + 1}`, [Math.min(low, t), Math.max(high, t)]);
      }
    }
  }
  return spread;
}

/**
 * Compares a simulated run with a recorded one: the same events as often, each at most 1 s away, in the same order as
 * far as the recording can tell one.
 *
 * @param spread Also good is an event at most 1 s away from where it is in other recorded runs.
 */
export function compareRuns(
  recorded: readonly RecordedEvent[],
  simulated: readonly RecordedEvent[],
  seconds: number,
  spread?: Spread,
): Comparison {
  const differences: Difference[] = [];
  const theirs = byName(withoutBlinks(recorded));
  const ours = byName(withoutBlinks(simulated));
  dropGlimpses(theirs, ours);
  dropGlimpses(ours, theirs);
  const pairs: { theirs: RecordedEvent; ours: RecordedEvent; name: string }[] = [];
  for (const name of new Set([...theirs.keys(), ...ours.keys()])) {
    const [one, other] = [theirs.get(name) ?? [], ours.get(name) ?? []];
    for (let n = 0; n < Math.max(one.length, other.length); n++) {
      const [their, our] = [one[n], other[n]];
      if (their && our) {
        pairs.push({ theirs: their, ours: our, name });
        const [low, high] = spread?.get(`${name} #${n + 1}`) ?? [their.t, their.t];
        if (our.t >= Math.min(low, their.t) - TOLERANCE && our.t <= Math.max(high, their.t) + TOLERANCE) continue;
        const text = `${name} #${n + 1}: recorded at ${their.t}, simulated at ${our.t.toFixed(2)}`;
        const gap = Math.abs(their.t - our.t);
        differences.push({ t: gap > 20 ? Math.min(their.t, our.t) : their.t, gap, text });
      } else {
        const t = (their ?? our)?.t ?? 0;
        if (t > seconds - CUT) continue;
        differences.push({
          t,
          gap: Number.POSITIVE_INFINITY,
          text: `${name} #${n + 1}: only ${their ? 'recorded' : 'simulated'}, at ${t.toFixed(2)}`,
        });
      }
    }
  }
  differences.push(...misplaced(pairs));
  const first = differences.sort((one, other) => one.t - other.t)[0];
  let distance = 0;
  for (const { theirs: their, ours: our } of pairs) {
    if (their.t < (first?.t ?? Number.POSITIVE_INFINITY)) distance += Math.abs(their.t - our.t);
  }
  return { ...(first && { first }), distance };
}

/** What a status says at the very start is seen only when a poll hits that moment. */
function dropGlimpses(these: Map<string, RecordedEvent[]>, those: Map<string, RecordedEvent[]>): void {
  for (const [name, events] of these) {
    const [first, other] = [events[0], those.get(name)?.[0]];
    if (!first || !isGlimpse(first) || (other && other.t < 1 + GLIMPSE)) continue;
    events.shift();
  }
}

const GLIMPSES = /phase Pending|pod-unready|not-initialized|waiting (ContainerCreating|PodInitializing)/;
/** Seconds around the first start within which a status is a glimpse. */
const GLIMPSE = 0.15;

/** Whether an event is one that only a poll at the very start sees. */
function isGlimpse(event: RecordedEvent): boolean {
  return Math.abs(event.t) <= GLIMPSE && GLIMPSES.test(nameOf(event));
}

/** What a status says for less time than there is between two polls may be seen or not, so neither side keeps it. */
export function withoutBlinks(events: readonly RecordedEvent[]): RecordedEvent[] {
  const dropped = new Set<RecordedEvent>();
  const start = Math.min(START, events.find(({ event }) => event === 'exited')?.t ?? START);
  for (const event of events) {
    const opposite = BLINKS[event.event];
    if (!opposite || event.t < start) continue;
    const back = events.find(
      (other) =>
        other.event === opposite &&
        other.container === event.container &&
        other.t >= event.t &&
        other.t - event.t <= RESOLUTION &&
        !dropped.has(other),
    );
    if (!back) continue;
    dropped.add(event);
    if (back.event !== 'running') dropped.add(back);
  }
  return events.filter((event) => !dropped.has(event));
}

const BLINKS: Readonly<Record<string, string>> = {
  'pod-unready': 'pod-ready',
  unready: 'ready',
  'startup-reset': 'startup-ok',
  terminated: 'running',
  waiting: 'running',
};

function byName(events: readonly RecordedEvent[]): Map<string, RecordedEvent[]> {
  const names = new Map<string, RecordedEvent[]>();
  for (const event of events) {
    const name = nameOf(event);
    const known = names.get(name);
    if (known) known.push(event);
    else names.set(name, [event]);
  }
  return names;
}

function misplaced(pairs: { theirs: RecordedEvent; ours: RecordedEvent; name: string }[]): Difference[] {
  const inOrder = [...pairs].sort((one, other) => one.theirs.t - other.theirs.t);
  const found: Difference[] = [];
  for (const [index, pair] of inOrder.entries()) {
    for (let before = index - 1; before >= 0; before--) {
      const earlier = inOrder[before];
      if (!earlier || pair.theirs.t - earlier.theirs.t > 5) break;
      if (pair.theirs.t - earlier.theirs.t <= RESOLUTION) continue;
      if (earlier.ours.t - pair.ours.t <= RESOLUTION) continue;
      found.push({ t: pair.theirs.t, gap: 0, text: `${pair.name} is simulated before ${earlier.name}` });
    }
  }
  return found;
}
