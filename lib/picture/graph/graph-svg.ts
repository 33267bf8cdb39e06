import { type Graph, type GraphNode, ROLES } from '../../graph/graph';
import { element, escapeMarkup } from '../markup';
import { colourStyle } from '../picture-style';
import { componentsOf } from './components';
import { edgeMarkup, labelOf, labelsMarkup, labelWidth } from './edge-markup';
import { type Box, layoutGraph } from './graph-layout';
import { GRAPH_STYLE } from './graph-style';
import { boxSize, nodeMarkup } from './node-box';

/** How a graph is drawn. */
export interface GraphPictureOptions {
  /** The id of the node that it is about. Default: none. */
  readonly chosen?: string;
  /** The width that parts are put side by side up to, in pixels. Default: 1200. */
  readonly width?: number;
}

const WIDTH = 1200;
const MARGIN = 24;
const PART_GAP = 36;
const LETTER = 6.3;
/** In a narrow page a drawing gets smaller as long as it can be read, then it scrolls. */
const LEAST_SCALE = 0.75;

/** A graph as a drawing that stands alone, light or dark like its surroundings. */
export function graphSvg(graph: Graph, title: string, options: GraphPictureOptions = {}): string {
  const style = element('style', {}, `${colourStyle('svg.graph')}${GRAPH_STYLE}`);
  const drawn = drawing(graph, options);
  const legend = legendText(graph);
  const width = Math.max(drawn.width, title.length * 9, legend.length * LETTER) + 2 * MARGIN;
  const height = drawn.height + 86;
  const heading =
    element('text', { class: 'title', x: MARGIN, y: 32 }, escapeMarkup(title)) +
    element('text', { class: 'quiet', x: MARGIN, y: 50 }, escapeMarkup(legend));
  return `${element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      class: 'graph',
      role: 'img',
      'aria-label': `${title}: ${legend}`,
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
    },
    `${style}${element('rect', { class: 'paper', width, height })}${heading}${element('g', { transform: `translate(${MARGIN} 66)` }, drawn.markup)}`,
  )}\n`;
}

/** A graph as a drawing for a page that has the colours and the style. */
export function graphFigure(graph: Graph, label: string, options: GraphPictureOptions = {}): string {
  const { markup, width, height } = drawing(graph, options);
  const size = { width: width + 2 * MARGIN, height: height + 2 * MARGIN };
  return element(
    'svg',
    {
      class: 'graph',
      role: 'img',
      'aria-label': label,
      viewBox: `0 0 ${size.width} ${size.height}`,
      ...size,
      style: `min-width:${Math.round(size.width * LEAST_SCALE)}px;max-width:${Math.round(size.width)}px`,
    },
    element('g', { transform: `translate(${MARGIN} ${MARGIN})` }, markup),
  );
}

function legendText({ nodes, edges }: Graph): string {
  const count = nodes.filter(({ presence }) => presence === 'here').length;
  const dangling = edges.filter((edge) => edge.dangling).length;
  const objects = `${count} ${count === 1 ? 'object' : 'objects'}`;
  if (dangling === 0) return `${objects}, no reference leads nowhere`;
  return `${objects}; ${dangling} dashed ${dangling === 1 ? 'reference leads' : 'references lead'} nowhere`;
}

interface Drawn {
  readonly markup: string;
  readonly width: number;
  readonly height: number;
}

/** Connected parts stand side by side as long as there is room, then below. */
function drawing(graph: Graph, { chosen, width = WIDTH }: GraphPictureOptions): Drawn {
  let [x, y, rowHeight, widest] = [0, 0, 0, 0];
  const parts = componentsOf(graph).map((part) => {
    const drawn = partDrawing(part, chosen);
    if (x > 0 && x + drawn.width > width) [x, y, rowHeight] = [0, y + rowHeight + PART_GAP, 0];
    const markup = element('g', { transform: `translate(${Math.round(x)} ${Math.round(y)})` }, drawn.markup);
    x += drawn.width + PART_GAP;
    rowHeight = Math.max(rowHeight, drawn.height);
    widest = Math.max(widest, x - PART_GAP);
    return markup;
  });
  return { markup: parts.join(''), width: widest, height: y + rowHeight };
}

function partDrawing({ nodes, edges }: Graph, chosen: string | undefined): Drawn {
  const boxes = boxesOf(nodes);
  const labels = edges.map(labelOf);
  const lines = edges.map(({ from, to }, index) => ({ from, to, labelWidth: labelWidth(labels[index] ?? '') }));
  const layout = layoutGraph(boxes, lines);
  const drawnBoxes = nodes.map((node, index) => {
    const { x, y } = layout.boxes.get(node.id) ?? { x: 0, y: 0 };
    const box = boxes[index] ?? { width: 0, height: 0 };
    return element(
      'g',
      { class: classOf(node, chosen), transform: `translate(${x.toFixed(1)} ${y.toFixed(1)})` },
      nodeMarkup(node, box),
    );
  });
  const drawnLines = edges.map((edge, index) => edgeMarkup(edge, layout.lines[index] ?? []));
  return {
    markup: drawnLines.join('') + labelsMarkup(edges, labels, layout.lines) + drawnBoxes.join(''),
    width: layout.width,
    height: layout.height,
  };
}

function classOf({ id, presence }: GraphNode, chosen: string | undefined): string {
  return [presence, ...(id === chosen ? ['chosen'] : [])].join(' ');
}

/** Boxes in one column are equally wide, so that lines and labels pass none. */
function boxesOf(nodes: readonly GraphNode[]): Box[] {
  const boxes = nodes.map((node) => ({ id: node.id, column: ROLES.indexOf(node.role), ...boxSize(node) }));
  const widths = ROLES.map((_, column) =>
    Math.max(0, ...boxes.filter((box) => box.column === column).map(({ width }) => width)),
  );
  return boxes.map((box) => ({ ...box, width: widths[box.column] ?? box.width }));
}
