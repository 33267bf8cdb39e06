import type { GraphEdge } from '../../graph/graph';
import { element, escapeMarkup } from '../markup';
import type { Point } from './graph-layout';
import { spread } from './spread';

const LETTER = 6.1;
const LONGEST = 40;
const HEIGHT = 15;

/** The room that a label needs, in pixels. */
export function labelWidth(label: string): number {
  return label === '' ? 0 : label.length * LETTER + 8;
}

/** What an edge says, in one line. */
export function labelOf({ labels }: GraphEdge): string {
  const text = labels.join(', ');
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
}

/** An edge from its first point to its last, which it arrives at with an arrow. */
export function edgeMarkup({ dangling }: GraphEdge, points: readonly Point[]): string {
  const [first, ...rest] = points;
  const last = rest.at(-1);
  if (!first || !last) return '';
  const end = { x: last.x - 7, y: last.y };
  let path = `M${coordinates(first)}`;
  let before = first;
  for (const point of [...rest.slice(0, -1), end]) {
    const bend = (point.x - before.x) / 2;
    const isStraight = point.y === before.y;
    path += isStraight
      ? `L${coordinates(point)}`
      : `C${coordinates({ x: before.x + bend, y: before.y })} ${coordinates({ x: point.x - bend, y: point.y })} ${coordinates(point)}`;
    before = point;
  }
  const mark = dangling ? ' dangling' : '';
  const head = `M${coordinates(last)}l-9 -4.5v9z`;
  return element('path', { class: `edge${mark}`, d: path }) + element('path', { class: `head${mark}`, d: head });
}

/** Labels stand where their lines are half way to the next column, moved apart where they would meet. */
export function labelsMarkup(
  edges: readonly GraphEdge[],
  labels: readonly string[],
  lines: readonly (readonly Point[])[],
): string {
  const places = edges.flatMap((edge, index) => {
    const [start, next] = lines[index] ?? [];
    const text = labels[index];
    if (!start || !next || !text) return [];
    return [{ edge, text, x: (start.x + next.x) / 2, y: (start.y + next.y) / 2, column: Math.round(next.x) }];
  });
  const columns = new Map<number, typeof places>();
  for (const place of places) columns.set(place.column, [...(columns.get(place.column) ?? []), place]);
  return [...columns.values()]
    .flatMap((column) => {
      const sorted = [...column].sort((one, other) => one.y - other.y);
      const middles = spread(
        sorted.map(({ y }) => ({ wanted: y, size: HEIGHT })),
        0,
      );
      return sorted.map(({ edge, text, x }, index) => labelMarkup(text, { x, y: middles[index] ?? 0 }, edge.dangling));
    })
    .join('');
}

/** On paper, so that the line does not run through it. */
function labelMarkup(text: string, { x, y }: Point, isDangling: boolean): string {
  const width = labelWidth(text);
  return (
    element('rect', { class: 'paper', x: x - width / 2, y: y - HEIGHT / 2, width, height: HEIGHT, rx: 4 }) +
    element(
      'text',
      { class: isDangling ? 'label dangling' : 'label', x, y: y + 4, 'text-anchor': 'middle' },
      escapeMarkup(text),
    )
  );
}

function coordinates({ x, y }: Point): string {
  return `${x.toFixed(1)} ${y.toFixed(1)}`;
}
