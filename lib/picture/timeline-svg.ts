import { formatDuration } from '../simulation/scenario/parse-duration';
import type { Timeline } from '../simulation/scenario/timeline';
import { axisTimes } from './axis';
import { HATCHED, legendMarkup } from './legend';
import { element, escapeMarkup } from './markup';
import { colourStyle, DRAWING_STYLE } from './picture-style';
import { scenarioText } from './scenario-text';
import { type ContainerTrack, type PodTrack, podTrack, type TrackMark } from './track';

/** Where things are in a picture; pixels. */
interface Layout {
  readonly width: number;
  /** The left end of the time axis. */
  readonly left: number;
  readonly x: (at: number) => number;
}

/** The width of a picture that is not told otherwise, in pixels. */
const WIDTH = 960;
const RIGHT = 16;
const AXIS = 30;
const POD = 24;
const BAR = 18;
const LANE = 24;
const PROBE = 13;
const GAP = 12;
/** What letters need in the widest of the usual fonts; pixels. */
const LETTER = 7.2;
const BOLD_LETTER = 8.4;
const READINESS_LABEL = 82;
/** Probes whose ticks would be closer than this are drawn as one; pixels. */
const CLOSEST = 2;

/** A timeline as a drawing that stands alone, light or dark like its surroundings. */
export function timelineSvg(timeline: Timeline, width = WIDTH): string {
  const style = element('style', {}, `${colourStyle('svg.timeline')}${DRAWING_STYLE}`);
  const { object, scenario, duration, kubeVersion } = timeline;
  const title = `${object.kind}/${object.name}`;
  const heading =
    element('text', { x: RIGHT, y: 26, class: 'pod-name' }, escapeMarkup(title)) +
    element(
      'text',
      { x: RIGHT, y: 44, class: 'quiet' },
      escapeMarkup(`${scenarioText(scenario)} · ${formatDuration(duration)} · Kubernetes ${kubeVersion}`),
    );
  const drawn = drawing(timeline, width);
  const height = drawn.height + 56;
  return `${element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      class: 'timeline',
      role: 'img',
      'aria-label': `${title}: ${scenarioText(scenario)}`,
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
    },
    `${style}${element('rect', { class: 'paper', width, height })}${heading}${element('g', { transform: 'translate(0 56)' }, drawn.markup)}`,
  )}\n`;
}

/** A timeline as a drawing for a page that has the colours and the style. */
export function timelineFigure(timeline: Timeline, width = WIDTH): string {
  const { markup, height } = drawing(timeline, width);
  const { object, scenario } = timeline;
  return element(
    'svg',
    {
      class: 'timeline',
      role: 'img',
      'aria-label': `Timeline of ${object.kind}/${object.name}: ${scenarioText(scenario)}`,
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      'data-width': width,
      'data-left': layoutOf(timeline, width).left,
      'data-right': RIGHT,
    },
    markup,
  );
}

function layoutOf({ duration, pods }: Timeline, width: number): Layout {
  const containers = pods.flatMap(({ spec }) => [...(spec.initContainers ?? []), ...(spec.containers ?? [])]);
  const needed = [
    READINESS_LABEL,
    ...containers.map(({ name = '' }) => 10 + name.length * LETTER),
    ...pods.map(({ name, node = '' }) => name.length * BOLD_LETTER + (node.length + 1) * LETTER),
  ];
  const left = Math.min(width / 3, RIGHT + Math.max(...needed) + 10);
  return { width, left, x: (at) => left + (Math.min(at, duration) / duration) * (width - left - RIGHT) };
}

function drawing(timeline: Timeline, width: number): { markup: string; height: number } {
  const layout = layoutOf(timeline, width);
  let y = AXIS;
  const parts: string[] = [];
  for (const pod of timeline.pods) {
    const track = podTrack(pod, timeline.duration);
    parts.push(podMarkup(track, y, layout));
    y += POD;
    for (const container of track.containers) {
      parts.push(containerMarkup(container, y, layout));
      y += LANE + container.probes.length * PROBE;
    }
    y += GAP;
  }
  const grid = gridMarkup(timeline.duration, y - GAP / 2, layout);
  const legend = legendMarkup(y + 8, width);
  return { markup: `${PATTERNS}${grid}${parts.join('')}${legend.markup}`, height: legend.bottom + 8 };
}

const PATTERNS = element(
  'defs',
  {},
  [
    ['running', 45],
    ['hung', 90],
    ['stopping', -45],
  ]
    .map(([name, angle]) =>
      element(
        'pattern',
        {
          id: `hatch-${name}`,
          width: 6,
          height: 6,
          patternUnits: 'userSpaceOnUse',
          patternTransform: `rotate(${angle})`,
        },
        element('line', { class: 'hatch', x1: 0, y1: 0, x2: 0, y2: 6 }),
      ),
    )
    .join(''),
);

function gridMarkup(duration: number, bottom: number, { width, left, x }: Layout): string {
  return axisTimes(duration, Math.floor((width - left) / 70))
    .map((at) => {
      const anchor = at === 0 ? 'start' : x(at) > width - RIGHT - 20 ? 'end' : 'middle';
      return (
        element('line', { class: 'grid', x1: x(at), y1: AXIS - 8, x2: x(at), y2: bottom }) +
        element('text', { class: 'quiet', x: x(at), y: AXIS - 14, 'text-anchor': anchor }, formatDuration(at))
      );
    })
    .join('');
}

function podMarkup({ pod, exists, ready }: PodTrack, y: number, { x }: Layout): string {
  const bar = (from: number, to: number, name: string) =>
    element('rect', { class: name, x: x(from), y: y + 8, width: Math.max(x(to) - x(from), 1), height: 4, rx: 2 });
  const place =
    pod.node === undefined
      ? ''
      : element('tspan', { class: 'quiet', 'font-weight': 400 }, ` ${escapeMarkup(pod.node)}`);
  return (
    element('text', { class: 'pod-name', x: RIGHT, y: y + 14 }, escapeMarkup(pod.name) + place) +
    bar(exists.from, exists.to, 'existing') +
    ready.map(({ from, to }) => bar(from, to, 'serving')).join('')
  );
}

function containerMarkup({ container, spans, marks, probes }: ContainerTrack, y: number, layout: Layout): string {
  const { x } = layout;
  const bars = spans.map(({ from, to, activity }) => {
    const box = { x: x(from), y, width: Math.max(x(to) - x(from), 0.6), height: BAR };
    const title = element('title', {}, `${activity}, ${formatDuration(from)} to ${formatDuration(to)}`);
    const hatch = HATCHED.includes(activity) ? element('rect', { ...box, fill: `url(#hatch-${activity})` }) : '';
    return element('rect', { ...box, class: activity }, title) + hatch;
  });
  const rows = probes.map((probe, index) => {
    const top = y + LANE + index * PROBE - 3;
    const label = element('text', { class: 'quiet', x: RIGHT + 22, y: top + 9, 'font-size': 11 }, probe);
    const ticks = marks.flatMap((mark) => (mark.type === 'probe' && mark.probe === probe ? [mark] : []));
    return label + ticksMarkup(ticks, top, layout);
  });
  const label = element('text', { x: RIGHT + 10, y: y + 13 }, escapeMarkup(container));
  return label + bars.join('') + endsMarkup(marks, y, layout) + rows.join('');
}

/** Successes are thin lines, failures crosses: to be told apart without their colours. */
function ticksMarkup(ticks: readonly (TrackMark & { type: 'probe' })[], top: number, { x }: Layout): string {
  let [successes, failures] = ['', ''];
  const last = { true: Number.NEGATIVE_INFINITY, false: Number.NEGATIVE_INFINITY };
  for (const { at, ok } of ticks) {
    const place = Math.round(x(at) * 10) / 10;
    if (place - last[`${ok}`] < CLOSEST) continue;
    last[`${ok}`] = place;
    if (ok) successes += `M${place} ${top + 2}v6`;
    else failures += `M${place - 2.5} ${top + 2.5}l5 5m0 -5l-5 5`;
  }
  return (
    (successes && element('path', { class: 'tick', d: successes, fill: 'none' })) +
    (failures && element('path', { class: 'miss', d: failures, fill: 'none' }))
  );
}

/** The end of a process is a cross on its lane. */
function endsMarkup(marks: readonly TrackMark[], y: number, { x }: Layout): string {
  return marks
    .flatMap((mark) => {
      if (mark.type !== 'exit') return [];
      const [place, middle] = [x(mark.at), y + BAR / 2];
      const d = `M${(place - 4).toFixed(1)} ${middle - 4}l8 8m0 -8l-8 8`;
      const title = element('title', {}, escapeMarkup(`${formatDuration(mark.at)}: ${mark.text}`));
      return [
        element('path', { class: 'halo', d, fill: 'none' }) + element('path', { class: 'end', d, fill: 'none' }, title),
      ];
    })
    .join('');
}
