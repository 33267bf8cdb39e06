import { scriptedChoices } from '../../lib/simulation/choices';
import { type Comparison, compareRuns, type Difference, type Spread, spreadOf } from './compare-run';
import { type RecordedEvent, type Recording, recordedPull } from './recording';
import { POLL, polled, type Replay, replay } from './replay';

/** The choices under which the simulator comes closest to a recorded run. */
export interface Fit {
  readonly choices: readonly number[];
  /** How many simulated runs it took to find them. */
  readonly tried: number;
  /** Whether every event is within 1 s of this run's, or within 1 s of the spread over all recorded runs. */
  readonly within: 'second' | 'spread';
  /** What still differs; nothing when the run is reproduced. */
  readonly first?: Difference;
}

interface Candidate extends Comparison {
  readonly choices: readonly number[];
  readonly draws: Replay['draws'];
}

const VALUES = [0.5, 0.05, 0.95, 0.25, 0.75, 0.15, 0.85, 0.35, 0.65, 1, 0];
/** How many choices before a difference are reconsidered. */
const REACH = 12;
/** How many choices before a mended difference are polished. */
const POLISHED = 5;
/** How many simulated runs one recorded run may cost. */
const LIMIT = 4000;

/**
 * Looks for choices that reproduce a recorded run: wherever the first difference is, the choices shortly before it are
 * tried with other values, the latest first, and whatever moves the difference back is kept.
 *
 * @param start Choices to begin with.
 */
export function fitRun(recording: Recording, run: number, start: readonly number[] = []): Fit {
  const recorded = (recording.runs[run] ?? []).filter(({ t }) => t <= recording.seconds);
  const standalone = recording.modes[run] === 'standalone';
  const pullSeconds = recordedPull(recording, recorded);
  const phases = pollPhases(recorded);
  let tried = 0;
  let spread: Spread | undefined;

  const evaluate = (choices: readonly number[]): Candidate => {
    tried++;
    const simulated = replay(recording, { choices: scriptedChoices(choices), standalone, pullSeconds });
    let best: Comparison | undefined;
    for (const phase of phases) {
      const events = [...simulated.events, ...polled(simulated, phase, recording.seconds)];
      const comparison = compareRuns(recorded, events, recording.seconds, spread);
      if (!best || isBetter(comparison, best)) best = comparison;
      if (!best.first) break;
    }
    return { ...(best as Comparison), choices, draws: simulated.draws };
  };

  let best = evaluate(start);
  const tick = best.draws.findIndex(({ source }) => source === 'syncTick');
  if (best.first && tick >= 0) best = evaluate([...Array(tick).fill(0.5), tickPhase(recorded, pullSeconds)]);
  while (best.first && tried < LIMIT) {
    const better = improve(best, evaluate);
    if (better) {
      best = polish(better, best.first.t, evaluate);
    } else if (!spread) {
      spread = spreadOf(recording.runs);
      best = evaluate(best.choices);
    } else {
      break;
    }
  }
  const within = spread ? 'spread' : 'second';
  const choices = best.draws.slice(0, best.choices.length).map((_, index) => best.choices[index] ?? 0.5);
  return { choices, tried, within, ...(best.first && { first: best.first }) };
}

function improve(from: Candidate, evaluate: (choices: readonly number[]) => Candidate): Candidate | undefined {
  const until = (from.first?.t ?? 0) + 0.3;
  const indices = from.draws.flatMap(({ t }, index) => (t <= until ? [index] : []));
  let best: Candidate | undefined;
  const attempt = (index: number, value: number) => {
    const choices = Array.from(
      { length: Math.max(index + 1, from.choices.length) },
      (_, position) => from.choices[position] ?? 0.5,
    );
    if (choices[index] === value || value < 0 || value > 1) return;
    choices[index] = value;
    const candidate = evaluate(choices);
    if (isBetter(candidate, best ?? from)) best = candidate;
  };
  const once = from.draws.flatMap(({ source }, index) => (source === 'syncTick' || source === 'clock' ? [index] : []));
  for (const index of [...indices.reverse().slice(0, REACH), ...once]) {
    for (const value of VALUES) attempt(index, value);
    const found = best?.choices[index];
    if (best?.first && found !== undefined && found !== from.choices[index]) {
      for (const shift of [-0.05, 0.05, -0.025, 0.025, -0.01, 0.01]) attempt(index, found + shift);
    }
    if (best && (!best.first || best.first.t > until)) return best;
  }
  return best;
}

/** Brings the events before a difference that is mended nearer to the recorded ones, so that small errors do not add up. */
function polish(from: Candidate, t: number, evaluate: (choices: readonly number[]) => Candidate): Candidate {
  let best = from;
  const indices = from.draws.flatMap((draw, index) => (draw.t <= t && draw.source !== 'trigger' ? [index] : []));
  for (const index of indices.slice(-POLISHED)) {
    for (const shift of [-0.4, -0.2, -0.1, -0.05, 0.05, 0.1, 0.2, 0.4]) {
      const value = (from.choices[index] ?? 0.5) + shift;
      if (value < 0 || value > 1) continue;
      const choices = best.choices.map((choice, position) => (position === index ? value : choice));
      for (let position = choices.length; position <= index; position++) choices.push(position === index ? value : 0.5);
      const candidate = evaluate(choices);
      if (isBetter(candidate, best)) best = candidate;
    }
  }
  return best;
}

function isBetter(one: Comparison, other: Comparison): boolean {
  const [mine, theirs] = [one.first?.t ?? Number.POSITIVE_INFINITY, other.first?.t ?? Number.POSITIVE_INFINITY];
  if (Math.abs(mine - theirs) > 0.05) return mine > theirs;
  const [near, far] = [one.first?.gap ?? 0, other.first?.gap ?? 0];
  if (Number.isFinite(near) !== Number.isFinite(far)) return Number.isFinite(near);
  if (Number.isFinite(near) && Math.abs(near - far) > 0.05) return near < far;
  return one.distance < other.distance - 0.01;
}

/** Where in 0.2 s the recorder looked, and shortly before and after: a change takes some ms to reach it. */
function pollPhases(recorded: readonly RecordedEvent[]): number[] {
  const exact = new Set([
    'created',
    'started',
    'exited',
    'kill',
    'probe-ok',
    'probe-fail',
    'probe-kill',
    'stop-signal',
  ]);
  const times = recorded
    .filter(({ event }) => !exact.has(event) && !event.startsWith('sandbox') && !event.startsWith('prestop'))
    .map(({ t }) => t);
  let [x, y] = [0, 0];
  for (const t of times) {
    x += Math.cos((2 * Math.PI * t) / POLL);
    y += Math.sin((2 * Math.PI * t) / POLL);
  }
  const phase = (Math.atan2(y, x) / (2 * Math.PI)) * POLL;
  return [0, -0.02, 0.02, -0.05].map((shift) => phase + shift);
}

/** Where in a second the kubelet's ticker stands: that is when containers start whose back-off is over. */
function tickPhase(recorded: readonly RecordedEvent[], pullSeconds: number): number {
  let [x, y] = [0, 0];
  for (const { t, event, container } of recorded) {
    const near = (other: RecordedEvent) => other.container === container && other.event === 'exited' && t - other.t < 5;
    if (event !== 'created' || t < 5 || recorded.some((other) => other.t <= t && near(other))) continue;
    x += Math.cos(2 * Math.PI * t);
    y += Math.sin(2 * Math.PI * t);
  }
  return (Math.atan2(y, x) / (2 * Math.PI) + pullSeconds + 2) % 1;
}
