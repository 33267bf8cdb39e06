import { type Outcome, outcomeOf } from '../simulation/scenario/outcome';
import { formatDuration } from '../simulation/scenario/parse-duration';
import { podLine, podTable } from '../simulation/scenario/pod-line';
import type { Timeline } from '../simulation/scenario/timeline';
import { axisTimes } from './axis';
import { happenings } from './happenings';
import { scenarioText } from './scenario-text';
import { type ContainerActivity, type PodTrack, podTrack, type TrackMark } from './track';

/** How a timeline is printed. */
export interface TextOptions {
  /** Columns of the terminal; default 100. */
  readonly columns?: number;
  /** Whether colours may be used; default false. */
  readonly colour?: boolean;
}

const SYMBOLS: Readonly<Record<ContainerActivity, string>> = {
  waiting: '·',
  starting: '░',
  running: '▒',
  ready: '█',
  hung: '?',
  stopping: '↓',
  down: ' ',
  'back-off': '~',
  completed: '=',
  failed: '!',
};
const COLOURS: Readonly<Partial<Record<ContainerActivity, number>>> = {
  starting: 36,
  running: 33,
  ready: 34,
  hung: 35,
  stopping: 33,
  'back-off': 31,
  failed: 31,
};
const LEGEND =
  '█ ready  ▒ not ready  ░ starting  ? hung or lost  ↓ stopping  ~ back-off  · waiting  = completed  ! failed\n' +
  "probes: ' succeeded  x failed     × process ended";
const BOLD = 1;
const DIM = 2;
const RED = 31;
/** So many lines of what happened are shown; the rest is counted. */
const MOST_LINES = 60;

/** A timeline for a terminal: a track for each container, what happened line by line, and what it came to. */
export function timelineText(timeline: Timeline, { columns = 100, colour = false }: TextOptions = {}): string {
  const { object, kubeVersion, scenario, duration, pods } = timeline;
  const paint = (code: number | undefined, text: string) =>
    colour && code !== undefined && text !== '' ? `\u001b[${code}m${text}\u001b[0m` : text;
  const tracks = pods.map((pod) => podTrack(pod, duration));
  const indent = Math.max(...tracks.flatMap(labels).map((label) => label.length), 4) + 2;
  const width = Math.max(20, columns - indent);
  const title = `${paint(BOLD, `${object.kind}/${object.name}`)}  ${scenarioText(scenario)}`;
  return [
    `${title}  ${paint(DIM, `${formatDuration(duration)}, Kubernetes ${kubeVersion}`)}`,
    '',
    `${' '.repeat(indent)}${axis(duration, width)}`,
    ...tracks.flatMap((track) => trackLines(track, { duration, width, indent, paint })),
    '',
    paint(DIM, LEGEND),
    '',
    ...happeningLines(timeline, paint),
    '',
    ...podTable(pods.flatMap((pod) => podLine(pod, duration) ?? [])),
    '',
    ...outcomeLines(outcomeOf(timeline), paint),
    '',
  ].join('\n');
}

/** What a simulation comes to, in a line or two. */
export function outcomeText(outcome: Outcome): string {
  return outcomeLines(outcome, (_code, text) => text).join('\n');
}

type Paint = (code: number | undefined, text: string) => string;

interface Canvas {
  readonly duration: number;
  readonly width: number;
  readonly indent: number;
  readonly paint: Paint;
}

function labels({ pod, containers }: PodTrack): string[] {
  return [
    pod.name,
    ...containers.flatMap(({ container, probes }) => [`  ${container}`, ...probes.map((probe) => `    ${probe}`)]),
  ];
}

function trackLines(track: PodTrack, canvas: Canvas): string[] {
  const { duration, width, indent, paint } = canvas;
  const timeOf = (column: number) => ((column + 0.5) * duration) / width;
  const label = (text: string) => text.padEnd(indent);
  const columns = Array.from({ length: width }, (_, column) => timeOf(column));
  const isWithin = (at: number, span: { readonly from: number; readonly to: number }) =>
    at >= span.from && at < span.to;
  const ready = columns.map((at) => {
    if (!isWithin(at, track.exists)) return ' ';
    return track.ready.some((span) => isWithin(at, span)) ? '━' : '─';
  });
  const lines = [paint(BOLD, label(track.pod.name)) + runs(ready, (symbol) => (symbol === '━' ? 34 : DIM), paint)];
  for (const { container, spans, marks, probes } of track.containers) {
    const activity = columns.map((at) => spans.find((span) => isWithin(at, span))?.activity);
    const cells = activity.map((one) => (one ? SYMBOLS[one] : ' '));
    const ends = onColumns(marks, ({ type }) => type === 'exit', canvas);
    const shown = cells.map((cell, column) => (ends.has(column) ? '×' : cell));
    const colourOf = (symbol: string) =>
      symbol === '×'
        ? RED
        : COLOURS[(Object.keys(SYMBOLS) as ContainerActivity[]).find((one) => SYMBOLS[one] === symbol) ?? 'down'];
    lines.push(label(`  ${container}`) + runs(shown, colourOf, paint));
    for (const probe of probes) {
      const failed = onColumns(marks, (mark) => mark.type === 'probe' && mark.probe === probe && !mark.ok, canvas);
      const ok = onColumns(marks, (mark) => mark.type === 'probe' && mark.probe === probe && mark.ok, canvas);
      const ticks = columns.map((_, column) => (failed.has(column) ? 'x' : ok.has(column) ? "'" : ' '));
      lines.push(paint(DIM, label(`    ${probe}`)) + runs(ticks, (tick) => (tick === 'x' ? RED : DIM), paint));
    }
  }
  return lines.map((line) => line.trimEnd());
}

function onColumns(marks: readonly TrackMark[], isMeant: (mark: TrackMark) => boolean, canvas: Canvas): Set<number> {
  const column = (at: number) => Math.min(canvas.width - 1, Math.floor((at / canvas.duration) * canvas.width));
  return new Set(marks.filter(isMeant).map(({ at }) => column(at)));
}

/** Symbols of one colour side by side are painted together. */
function runs(symbols: readonly string[], colourOf: (symbol: string) => number | undefined, paint: Paint): string {
  let text = '';
  for (let from = 0; from < symbols.length; ) {
    let to = from + 1;
    while (to < symbols.length && symbols[to] === symbols[from]) to++;
    const symbol = symbols[from] ?? ' ';
    text += symbol === ' ' ? ' '.repeat(to - from) : paint(colourOf(symbol), symbol.repeat(to - from));
    from = to;
  }
  return text;
}

function axis(duration: number, width: number): string {
  let text = '';
  for (const at of axisTimes(duration, Math.floor(width / 10))) {
    const column = Math.floor((at / duration) * width);
    const label = formatDuration(at);
    if (column + label.length > width || column < text.length) continue;
    text = text.padEnd(column) + label;
  }
  return text;
}

function happeningLines(timeline: Timeline, paint: Paint): string[] {
  const all = happenings(timeline);
  const subject = Math.max(...all.map((one) => one.subject.length), 0);
  const lines = all.slice(0, MOST_LINES).map(({ at, subject: name, text, isTrouble }) => {
    const time = `${at.toFixed(1)}s`.padStart(8);
    return `${paint(DIM, time)}  ${name.padEnd(subject)}  ${isTrouble ? paint(RED, text) : text}`;
  });
  return all.length > MOST_LINES ? [...lines, paint(DIM, `          and ${all.length - MOST_LINES} more`)] : lines;
}

function outcomeLines(outcome: Outcome, paint: Paint): string[] {
  const { firstServing, outages, servesAtEnd, restarts, needlessKills } = outcome;
  const longest = Math.max(0, ...outages.map(({ from, to }) => to - from));
  const parts = [
    firstServing === undefined ? paint(RED, 'never serves') : `serves after ${formatDuration(firstServing)}`,
    `${restarts} ${restarts === 1 ? 'restart' : 'restarts'}`,
    outages.length === 0
      ? 'no outage'
      : `${outages.length} ${outages.length === 1 ? 'outage' : 'outages'}, the longest ${formatDuration(longest)}`,
    ...(servesAtEnd || firstServing === undefined ? [] : [paint(RED, 'does not serve at the end')]),
  ];
  const kills = needlessKills.length;
  const needless = `${kills} ${kills === 1 ? 'restart' : 'restarts'} of a container that did not hang: a probe is stricter than the process can be`;
  return [parts.join(' · '), ...(kills > 0 ? [paint(RED, needless)] : [])];
}
