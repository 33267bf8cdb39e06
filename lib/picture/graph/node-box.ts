import type { GraphContainer, GraphNode } from '../../graph/graph';
import { element, escapeMarkup } from '../markup';

/** What letters need in the widest of the usual fonts, by their size; pixels. */
const LETTER = { name: 8.2, text: 7, small: 6.3 };
const PADDING = 12;
const HEADER = 42;
const LEAST_WIDTH = 120;
const CONTAINER = 38;
const CONTAINER_GAP = 6;
const DETAIL = 15;
const PILL_GAP = 5;
const PILL_PADDING = 6;
const LONGEST = 44;

/** The size of the box of a node, in pixels. */
export function boxSize(node: GraphNode): { width: number; height: number } {
  const widths = [
    LEAST_WIDTH,
    2 * PADDING + 8 + cut(node.name).length * LETTER.name,
    2 * PADDING + 8 + kindText(node).length * LETTER.small,
    ...node.details.map((detail) => 2 * PADDING + 8 + cut(detail).length * LETTER.small),
    ...node.containers.map((container) => 2 * PADDING + 4 + containerWidth(container)),
  ];
  const containers = node.containers.length * (CONTAINER + CONTAINER_GAP);
  const details = node.details.length * DETAIL;
  return {
    width: Math.ceil(Math.max(...widths)),
    height: HEADER + containers + details + (containers + details > 0 ? 6 : 2),
  };
}

/** The box of a node, its upper left corner at the origin. */
export function nodeMarkup(node: GraphNode, { width, height }: { width: number; height: number }): string {
  const left = PADDING + 4;
  const frame = element('rect', { class: 'box', width, height, rx: 8 });
  const stripe = element('rect', { class: `stripe ${node.role}`, x: 0, y: 10, width: 4, height: height - 20, rx: 2 });
  const kind = element('text', { class: 'quiet small', x: left, y: 17 }, escapeMarkup(kindText(node)));
  const name = element('text', { class: 'name', x: left, y: 34 }, fitted(node.name));
  let y = HEADER;
  const containers = node.containers.map((container) => {
    const markup = containerMarkup(container, left - 4, y, width - left - PADDING + 8);
    y += CONTAINER + CONTAINER_GAP;
    return markup;
  });
  const details = node.details.map((detail) => {
    y += DETAIL;
    return element('text', { class: 'quiet small', x: left, y: y - 3 }, fitted(detail));
  });
  return frame + stripe + kind + name + containers.join('') + details.join('');
}

function kindText({ kind, namespace, presence }: GraphNode): string {
  const where = namespace === undefined || namespace === 'default' ? '' : ` · ${namespace}`;
  if (presence === 'here') return kind + where;
  return `${kind}${where} · ${presence === 'missing' ? (kind === 'Pods' ? 'none' : 'not here') : 'optional, not here'}`;
}

function containerWidth({ name, role, image, ports }: GraphContainer): number {
  const pills = ports.reduce((sum, port) => sum + pillWidth(port) + PILL_GAP, 0);
  const first = nameText({ name, role }).length * LETTER.text + (pills > 0 ? 8 + pills : 0);
  return Math.max(first, cut(imageText(image)).length * LETTER.small) + 12;
}

function containerMarkup(container: GraphContainer, x: number, y: number, width: number): string {
  const { name, role, image, ports } = container;
  let right = x + width - 6;
  const pills = [...ports].reverse().map((port) => {
    const size = pillWidth(port);
    right -= size;
    const markup =
      element('rect', { class: 'pill', x: right, y: y + 5, width: size, height: 15, rx: 7.5 }) +
      element(
        'text',
        { class: 'small pill-text', x: right + size / 2, y: y + 16, 'text-anchor': 'middle' },
        escapeMarkup(port),
      );
    right -= PILL_GAP;
    return markup;
  });
  const label =
    role === 'container' ? '' : element('tspan', { class: 'quiet small' }, ` ${role === 'sidecar' ? role : 'init'}`);
  return (
    element('rect', { class: 'container', x, y, width, height: CONTAINER, rx: 5 }) +
    element('text', { x: x + 7, y: y + 16 }, escapeMarkup(name) + label) +
    element('text', { class: 'quiet small', x: x + 7, y: y + 31 }, fitted(imageText(image))) +
    pills.join('')
  );
}

function nameText({ name, role }: Pick<GraphContainer, 'name' | 'role'>): string {
  return role === 'container' ? name : `${name} ${role === 'sidecar' ? role : 'init'}`;
}

/** Without registry and folders: `kuard-amd64:blue`. */
function imageText(image: string): string {
  return (
    image
      .split('/')
      .at(-1)
      ?.replace(/@(sha256:.{8}).*$/, '@$1…') ?? image
  );
}

function pillWidth(port: string): number {
  return port.length * LETTER.small + 2 * PILL_PADDING;
}

/** Long texts end in dots, and are whole in their tooltip. */
function fitted(text: string): string {
  const short = cut(text);
  return short === text ? escapeMarkup(text) : escapeMarkup(short) + element('title', {}, escapeMarkup(text));
}

function cut(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
}
