import type { RecordedCluster, RecordedEvent } from './recorded-cluster';

/** Events of a burst come in any order: those that are not further apart than this, in seconds. */
const BURST_SECONDS = 0.25;
/** How far an event may be outside the spread of the recorded runs, in seconds. */
const SLACK_SECONDS = 1;

/** An event under a name that is the same in all runs. */
export interface ComparedEvent {
  readonly t: number;
  readonly key: string;
}

/** The earliest and the latest of each occurrence of a key. */
export type Spread = ReadonlyMap<string, readonly [earliest: number, latest: number]>;

const POD_NUMBER = /-\d+$/;

/**
 * The events of a run with keys that leave out what differs between runs for no reason: which pod of several equal ones,
 * which node, whether an Event was combined with similar ones. The n-th occurrence of a key gets the number n.
 */
export function comparedEvents(events: readonly RecordedEvent[], recording: RecordedCluster): ComparedEvent[] {
  const ordinals = new Set(
    recording.objects.filter(({ kind }) => kind === 'StatefulSet').map(({ metadata }) => metadata?.name),
  );
  const counts = new Map<string, number>();
  return events
    .filter(({ event, t }) => event !== 'step' && t <= recording.seconds)
    .map((event) => ({ ...event, t: event.t }))
    .sort((one, other) => one.t - other.t)
    .map((event) => {
      const key = keyOf(event, ordinals);
      const count = (counts.get(key) ?? 0) + 1;
      counts.set(key, count);
      return { t: event.t, key: `${key} #${count}` };
    });
}

function keyOf({ object, event, detail }: RecordedEvent, ordinals: ReadonlySet<string | undefined>): string {
  const alike = (name: string) => {
    if (/^n\d+$/.test(name)) return 'node';
    return ordinals.has(name.replace(POD_NUMBER, '')) ? name : name.replace(POD_NUMBER, '');
  };
  const subject = object.includes('/') ? object : alike(object);
  return `${subject} ${event} ${detailOf(event, detail, alike)}`.trim();
}

function detailOf(event: string, detail: RecordedEvent['detail'], alike: (name: string) => string): string {
  if (detail === undefined || event === 'scheduled') return '';
  const text = (value: string) =>
    value
      .replace('(combined from similar events): ', '')
      .replace(/\b(NS|default)\/([\w-]+)/g, (_, __, name: string) => alike(name))
      .replace(/-n "(NS|default)"/g, '')
      .replace(/pods?\/"?([\w-]+)"?/g, (_, name: string) => `pod ${alike(name)}`)
      .replace(/\bn\d+\b/g, 'node');
  if (typeof detail === 'string') return text(detail);
  const { from, to, replicas, revision, index, count, status, reason, code, cause, message, type } = detail;
  const grace = detail.grace ?? detail.gracePeriodSeconds;
  if (event === 'revision') return `to ${to}`;
  const shown =
    event === 'restarted'
      ? { count }
      : event === 'Event'
        ? { reason, message }
        : event === 'eviction-answer'
          ? { code, cause }
          : { type, status, reason };
  return Object.entries({ from, to, replicas, revision, index, grace, ...shown })
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name} ${text(String(value))}`)
    .join(', ');
}

/** The spread of each event over several runs. */
export function spreadOf(runs: readonly (readonly ComparedEvent[])[]): Spread {
  const spread = new Map<string, [number, number]>();
  for (const { t, key } of runs.flat()) {
    const known = spread.get(key);
    if (!known) spread.set(key, [t, t]);
    else {
      known[0] = Math.min(known[0], t);
      known[1] = Math.max(known[1], t);
    }
  }
  return spread;
}

/**
 * In what a simulated run differs from a recorded one: other events, one outside the spread of the recorded runs plus a
 * second, or two in another order although they were not of one burst.
 */
export function differences(
  simulated: readonly ComparedEvent[],
  recorded: readonly ComparedEvent[],
  spread: Spread,
  end: number,
): string[] {
  const found: { t: number; text: string }[] = [];
  const times = new Map(simulated.map(({ key, t }) => [key, t]));
  const keys = new Set(recorded.map(({ key }) => key));
  const atEnd = end - SLACK_SECONDS;
  for (const { key, t } of simulated) {
    if (!keys.has(key) && t < atEnd) found.push({ t, text: `${t.toFixed(2)} not recorded: ${key}` });
  }
  let latest: ComparedEvent = { t: Number.NEGATIVE_INFINITY, key: '' };
  const pending: { recorded: number; simulated: ComparedEvent }[] = [];
  for (const { key, t } of recorded) {
    const time = times.get(key);
    if (time === undefined) {
      if (t < atEnd) found.push({ t, text: `${t.toFixed(2)} not simulated: ${key}` });
      continue;
    }
    const [low, high] = spread.get(key) ?? [t, t];
    if (time < low - SLACK_SECONDS || time > high + SLACK_SECONDS) {
      found.push({ t, text: `${time.toFixed(2)} instead of ${low}..${high}: ${key}` });
    }
    while (pending[0] && pending[0].recorded < t - BURST_SECONDS) {
      const first = pending.shift();
      if (first && first.simulated.t > latest.t) latest = first.simulated;
    }
    if (time < latest.t)
      found.push({ t, text: `${time.toFixed(2)} before ${latest.key} (${latest.t.toFixed(2)}): ${key}` });
    pending.push({ recorded: t, simulated: { t: time, key } });
  }
  return found.sort((one, other) => one.t - other.t).map(({ text }) => text);
}
