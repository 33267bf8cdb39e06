import { scriptedChoices } from '../../lib/simulation/choices';
import { type Comparison, compareRuns, type Difference } from './compare-run';
import { type RecordedEvent, type Recording, recordedPull } from './recording';
import { POLL, polled, type Replay, replay } from './replay';

/** The choices under which the simulator comes closest to a recorded run. */
export interface Fit {
  readonly choices: readonly number[];
  /** How many simulated runs it took to find them. */
  readonly tried: number;
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
/** How many simulated runs one recorded run may cost. */
const LIMIT = 4000;

/**
 * Looks for choices that reproduce a recorded run: wherever the first difference is, the choices shortly before it are
 * tried with other values, the latest first, and whatever moves the difference back is kept.
 */
export function fitRun(recording: Recording, run: number): Fit {
  const recorded = (recording.runs[run] ?? []).filter(({ t }) => t <= recording.seconds);
  const standalone = recording.modes[run] === 'standalone';
  const pullSeconds = recordedPull(recording, recorded);
  const phases = pollPhases(recorded);
  let tried = 0;

  const evaluate = (choices: readonly number[]): Candidate => {
    tried++;
    const simulated = replay(recording, { choices: scriptedChoices(choices), standalone, pullSeconds });
    let best: Comparison | undefined;
    for (const phase of phases) {
      const events = [...simulated.events, ...polled(simulated, phase, recording.seconds)];
      const comparison = compareRuns(recorded, events, recording.seconds);
      if (!best || isBetter(comparison, best)) best = comparison;
      if (!best.first) break;
    }
    return { ...(best as Comparison), choices, draws: simulated.draws };
  };

  let best = evaluate([]);
  while (best.first && tried < LIMIT) {
    const better = improve(best, evaluate);
    if (!better) break;
    best = better;
  }
  return { choices: best.choices, tried, ...(best.first && { first: best.first }) };
}

function improve(from: Candidate, evaluate: (choices: readonly number[]) => Candidate): Candidate | undefined {
  const until = (from.first?.t ?? 0) + 0.3;
  const indices = from.draws.flatMap(({ t }, index) => (t <= until ? [index] : []));
  let best: Candidate | undefined;
  for (const index of [...indices.reverse().slice(0, REACH), 0, 1]) {
    for (const value of VALUES) {
      const choices = from.draws
        .map((_, at) => from.choices[at] ?? 0.5)
        .slice(0, Math.max(index + 1, from.choices.length));
      if (choices[index] === value) continue;
      choices[index] = value;
      const candidate = evaluate(choices);
      if (!isBetter(candidate, best ?? from)) continue;
      best = candidate;
      if (!best.first) return best;
    }
    if (best && (best.first?.t ?? 0) > until) return best;
  }
  return best;
}

function isBetter(one: Comparison, other: Comparison): boolean {
  const [mine, theirs] = [one.first?.t ?? Number.POSITIVE_INFINITY, other.first?.t ?? Number.POSITIVE_INFINITY];
  if (Math.abs(mine - theirs) > 0.05) return mine > theirs;
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
