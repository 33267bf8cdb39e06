import { orderLayers, type Place, type Segment } from './layers';
import { spread } from './spread';

/** A box that is to be placed; its column is its distance from the left, in columns. */
export interface Box {
  readonly id: string;
  readonly column: number;
  readonly width: number;
  readonly height: number;
}

/** A line between two boxes, from a column to a later one, and the room that its label needs; pixels. */
export interface Line {
  readonly from: string;
  readonly to: string;
  readonly labelWidth: number;
}

/** A point of a picture; pixels. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where the boxes and lines of a picture are; pixels. */
export interface GraphLayout {
  readonly width: number;
  readonly height: number;
  /** The upper left corner of each box. */
  readonly boxes: ReadonlyMap<string, Point>;
  /** For each line, in order: where it leaves, passes and arrives. */
  readonly lines: readonly (readonly Point[])[];
}

const ROW_GAP = 18;
const LEAST_COLUMN_GAP = 56;
const BEND = { width: 0, height: 10 };
const SWEEPS = 8;
/** Lines arrive so far apart, where the box is high enough. */
const ARRIVAL_GAP = 14;

/** Places connected boxes in columns, so that lines lead to the right, are short and cross little. */
export function layoutGraph(boxes: readonly Box[], lines: readonly Line[]): GraphLayout {
  const columns = [...new Set(boxes.map(({ column }) => column))].sort((one, other) => one - other);
  const layerOf = new Map(boxes.map(({ id, column }) => [id, columns.indexOf(column)]));
  const paths = lines.map((line, index) => pathOf(line, index, layerOf));
  const bends = paths.flatMap(({ places }) => places.slice(1, -1));
  const segments = paths.flatMap(({ places }) => segmentsOf(places));
  const places = [...boxes.map(({ id }) => ({ id, layer: layerOf.get(id) ?? 0 })), ...bends];
  const sizes = new Map<string, { width: number; height: number }>([
    ...boxes.map((box) => [box.id, box] as const),
    ...bends.map(({ id }) => [id, BEND] as const),
  ]);
  const layers = orderLayers(places, segments);
  const middles = middlesOf(layers, segments, sizes);
  const { lefts, width } = leftsOf(layers, sizes, paths, layerOf);
  const top = Math.min(...[...middles].map(([id, middle]) => middle - (sizes.get(id)?.height ?? 0) / 2));
  const bottom = Math.max(...[...middles].map(([id, middle]) => middle + (sizes.get(id)?.height ?? 0) / 2));
  const corner = (id: string): Point => ({
    x: lefts[layerOf.get(id) ?? 0] ?? 0,
    y: (middles.get(id) ?? 0) - (sizes.get(id)?.height ?? 0) / 2 - top,
  });
  return {
    width,
    height: bottom - top,
    boxes: new Map(boxes.map(({ id }) => [id, corner(id)])),
    lines: linesOf(paths, corner, sizes, layers, lefts),
  };
}

interface Path {
  readonly line: Line;
  /** The box it leaves, its bends and the box it arrives at. */
  readonly places: readonly Place[];
}

function pathOf(line: Line, index: number, layerOf: ReadonlyMap<string, number>): Path {
  const [start, end] = [layerOf.get(line.from) ?? 0, layerOf.get(line.to) ?? 0];
  const bends = Array.from({ length: Math.max(end - start - 1, 0) }, (_, step) => ({
    id: `bend ${index} ${step}`,
    layer: start + step + 1,
  }));
  return { line, places: [{ id: line.from, layer: start }, ...bends, { id: line.to, layer: end }] };
}

function segmentsOf(places: readonly Place[]): Segment[] {
  return places.slice(1).map(({ id }, index) => ({ from: places[index]?.id ?? '', to: id }));
}

type Sizes = ReadonlyMap<string, { readonly width: number; readonly height: number }>;

/** The height of each place: near the middle of those that it is tied to, sweep by sweep. */
function middlesOf(layers: readonly string[][], segments: readonly Segment[], sizes: Sizes): Map<string, number> {
  const heightOf = (id: string) => sizes.get(id)?.height ?? 0;
  const middles = new Map<string, number>();
  for (const layer of layers) {
    let y = 0;
    for (const id of layer) {
      middles.set(id, y + heightOf(id) / 2);
      y += heightOf(id) + ROW_GAP;
    }
  }
  const tied = new Map<string, string[]>();
  for (const { from, to } of segments) {
    tied.set(from, [...(tied.get(from) ?? []), to]);
    tied.set(to, [...(tied.get(to) ?? []), from]);
  }
  const wish = (id: string) => {
    const ends = tied.get(id) ?? [];
    const sum = ends.reduce((total, end) => total + (middles.get(end) ?? 0), 0);
    return ends.length === 0 ? (middles.get(id) ?? 0) : sum / ends.length;
  };
  for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
    for (const layer of sweep % 2 === 0 ? layers : [...layers].reverse()) {
      const placed = spread(
        layer.map((id) => ({ wanted: wish(id), size: heightOf(id) })),
        ROW_GAP,
      );
      layer.forEach((id, index) => {
        middles.set(id, placed[index] ?? 0);
      });
    }
  }
  return middles;
}

/** Where each column begins; between two there is room for the labels of the lines that leave the left one. */
function leftsOf(
  layers: readonly string[][],
  sizes: Sizes,
  paths: readonly Path[],
  layerOf: ReadonlyMap<string, number>,
): { lefts: number[]; width: number } {
  let x = 0;
  let width = 0;
  const lefts = layers.map((layer, index) => {
    const left = x;
    width = left + Math.max(...layer.map((id) => sizes.get(id)?.width ?? 0));
    const labels = paths.filter(({ line }) => layerOf.get(line.from) === index).map(({ line }) => line.labelWidth);
    x = width + Math.max(LEAST_COLUMN_GAP, ...labels.map((label) => label + 32));
    return left;
  });
  return { lefts, width };
}

function linesOf(
  paths: readonly Path[],
  corner: (id: string) => Point,
  sizes: Sizes,
  layers: readonly string[][],
  lefts: readonly number[],
): Point[][] {
  const middle = (id: string) => corner(id).y + (sizes.get(id)?.height ?? 0) / 2;
  const side = (id: string, ends: readonly { path: number; y: number }[]) => {
    const height = sizes.get(id)?.height ?? 0;
    const sorted = [...ends].sort((one, other) => one.y - other.y || one.path - other.path);
    const gap = Math.min(ARRIVAL_GAP, (height - 16) / Math.max(sorted.length - 1, 1));
    return new Map(
      sorted.map(({ path }, index) => [path, middle(id) + (index - (sorted.length - 1) / 2) * gap] as const),
    );
  };
  const leaving = new Map<string, { path: number; y: number }[]>();
  const arriving = new Map<string, { path: number; y: number }[]>();
  paths.forEach(({ line, places }, path) => {
    const [next, last] = [places[1], places.at(-2)];
    if (!next || !last) return;
    leaving.set(line.from, [...(leaving.get(line.from) ?? []), { path, y: middle(next.id) }]);
    arriving.set(line.to, [...(arriving.get(line.to) ?? []), { path, y: middle(last.id) }]);
  });
  const starts = new Map([...leaving].map(([id, ends]) => [id, side(id, ends)]));
  const ends = new Map([...arriving].map(([id, all]) => [id, side(id, all)]));
  const columnWidth = (layer: number) => Math.max(...(layers[layer] ?? []).map((id) => sizes.get(id)?.width ?? 0));
  return paths.map(({ line, places }, path) => {
    const bends = places.slice(1, -1).flatMap(({ id, layer }) => {
      const left = lefts[layer] ?? 0;
      return [
        { x: left, y: middle(id) },
        { x: left + columnWidth(layer), y: middle(id) },
      ];
    });
    return [
      { x: corner(line.from).x + (sizes.get(line.from)?.width ?? 0), y: starts.get(line.from)?.get(path) ?? 0 },
      ...bends,
      { x: corner(line.to).x, y: ends.get(line.to)?.get(path) ?? 0 },
    ];
  });
}
