import { element } from './markup';
import type { ContainerActivity } from './track';

/** The space at both sides of a legend, in pixels. */
const MARGIN = 16;

/** The activities that are hatched, to be told apart without their colours. */
export const HATCHED: readonly ContainerActivity[] = ['running', 'hung', 'stopping'];

const LEGEND_TEXTS: readonly (readonly [ContainerActivity, string])[] = [
  ['ready', 'ready'],
  ['running', 'not ready'],
  ['starting', 'starting'],
  ['hung', 'hung or lost'],
  ['stopping', 'stopping'],
  ['back-off', 'back-off'],
  ['waiting', 'waiting'],
];

/** The signs of a drawing and what they mean, in as many rows as they need; `bottom` is where the last one ends. */
export function legendMarkup(y: number, width: number): { markup: string; bottom: number } {
  let x = MARGIN;
  let row = y;
  const place = (label: string) => {
    const needed = 34 + label.length * 6.2;
    if (x + needed > width - MARGIN) [x, row] = [MARGIN, row + 18];
    const at = { x, y: row };
    x += needed;
    return at;
  };
  const boxes = LEGEND_TEXTS.map(([activity, label]) => {
    const at = place(label);
    const box = { x: at.x, y: at.y, width: 14, height: 10 };
    const hatch = HATCHED.includes(activity) ? element('rect', { ...box, fill: `url(#hatch-${activity})` }) : '';
    return element('rect', { ...box, class: activity }) + hatch + legendLabel(at, label);
  });
  const signs = [
    ['tick', 'v8', 'probe ok'],
    ['miss', 'l6 6m0 -6l-6 6', 'probe failed'],
    ['end', 'l7 7m0 -7l-7 7', 'ended'],
  ].map(([name = '', path, label = '']) => {
    const at = place(label);
    return (
      element('path', { class: name, d: `M${at.x + 4} ${at.y + 2}${path}`, fill: 'none' }) + legendLabel(at, label)
    );
  });
  return { markup: boxes.join('') + signs.join(''), bottom: row + 12 };
}

function legendLabel({ x, y }: { readonly x: number; readonly y: number }, label: string): string {
  return element('text', { class: 'quiet', x: x + 19, y: y + 9, 'font-size': 11 }, label);
}
