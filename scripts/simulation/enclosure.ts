import { type Bounds, explore } from '../../lib/simulation/explore';
import { nameOf, withoutBlinks } from './compare-run';
import { type RecordedEvent, type Recording, recordedPull } from './recording';
import { POLL, replay } from './replay';

/** A recorded event that the simulator holds for impossible at its time. */
export interface Escape {
  readonly run: number;
  readonly text: string;
  /** How far outside the bounds it is, in seconds; Infinity when the simulator never sees such an event. */
  readonly by: number;
}

/** Seconds that a recorded moment may be off: its status was polled, and events took some ms to reach the recorder. */
const LAG = POLL + 0.05;

/** The recorded events that do not lie between the simulator's earliest and latest times. */
export function escapes(recording: Recording): Escape[] {
  const known = new Map<boolean, Map<string, Bounds>>();
  return recording.runs.flatMap((events, run) => {
    const standalone = recording.modes[run] === 'standalone';
    const pullSeconds = recordedPull(recording, events);
    const bounds = known.get(standalone) ?? boundsOf(recording, standalone, pullSeconds);
    known.set(standalone, bounds);
    const counts = new Map<string, number>();
    return named(events).flatMap(({ t, names }): Escape[] => {
      if (t > recording.seconds) return [];
      const found = names.map((name): Escape => {
        const occurrence = (counts.get(name) ?? 0) + 1;
        counts.set(name, occurrence);
        const one = bounds.get(`${name} #${occurrence}`);
        if (!one) return { run, text: `${name} #${occurrence} at ${t}`, by: Number.POSITIVE_INFINITY };
        const [earliest, latest] = [one.earliest - SHIFT, one.latest - SHIFT];
        const span = `${earliest.toFixed(1)}..${latest.toFixed(1)}`;
        const by = Math.max(earliest - t, t - latest) - LAG;
        return { run, text: `${name} #${occurrence} at ${t}, bounds ${span}`, by };
      });
      const nearest = found.reduce((one, other) => (other.by < one.by ? other : one));
      return nearest.by > 0 ? [nearest] : [];
    });
  });
}

/** Recorded times begin at the first start; the bounds do not go below 0, so they are computed this much later. */
const SHIFT = 60;

function boundsOf(recording: Recording, standalone: boolean, pullSeconds: number): Map<string, Bounds> {
  const longer = { ...recording, seconds: recording.seconds + 1 };
  const bounds = explore((choices) => {
    const { observations, goneAt } = replay(longer, { choices, standalone, pullSeconds });
    const gone = goneAt === undefined ? [] : [{ name: 'status-gone', at: goneAt }];
    return [...observations, ...gone].map(({ name, at }) => ({ name, at: at + SHIFT }));
  });
  return new Map(bounds.map((one) => [`${one.name} #${one.occurrence}`, one]));
}

/** The events with the names that the simulator gives them; one near the end of the start may have either name. */
function named(events: readonly RecordedEvent[]): { readonly t: number; readonly names: string[] }[] {
  const restarts = new Map<string, number>();
  const exit = events.find(({ event }) => event === 'exited')?.t ?? Number.POSITIVE_INFINITY;
  return withoutBlinks(events).map((event) => {
    for (const { t, container, event: type, detail } of events) {
      if (t <= event.t && type === 'restart-count') restarts.set(container, Number(detail?.n));
    }
    const sum = [...restarts.values()].reduce((total, count) => total + count, 0);
    const name = nameOf(event);
    if (EXACT.has(event.event)) return { t: event.t, names: [name] };
    const names = event.t < Math.min(1.6, exit + 0.3) ? [`${name} at the start`] : [];
    if (event.t > Math.min(1.2, exit)) names.push(`${name} after ${sum} restarts`);
    return { t: event.t, names };
  });
}

/** Events that the recorder did not poll. */
const EXACT = new Set([
  ...['created', 'started', 'exited', 'stop-signal', 'kill', 'probe-kill', 'probe-ok', 'probe-fail', 'status-gone'],
  ...['prestop-exec', 'prestop-failed', 'sandbox-created', 'sandbox-stopped'],
]);
