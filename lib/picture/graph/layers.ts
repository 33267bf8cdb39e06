/** A place in a layer: a node, or a bend of an edge that passes by. */
export interface Place {
  readonly id: string;
  readonly layer: number;
}

/** A piece of an edge between two neighbouring layers. */
export interface Segment {
  readonly from: string;
  readonly to: string;
}

/** Sweeps over the layers, each way in turn. */
const SWEEPS = 12;

/**
 * Orders the places of each layer so that few segments cross: each place goes to the middle of those that it is tied to,
 * layer by layer, to and fro, and the order with the fewest crossings is kept. The same input gives the same order.
 */
export function orderLayers(places: readonly Place[], segments: readonly Segment[]): string[][] {
  let layers: string[][] = [];
  for (const { id, layer } of places) {
    layers[layer] ??= [];
    layers[layer]?.push(id);
  }
  layers = Array.from(layers, (layer) => layer ?? []);
  let [best, fewest] = [layers, crossings(layers, segments)];
  for (let sweep = 0; sweep < SWEEPS && fewest > 0; sweep += 1) {
    const isForth = sweep % 2 === 0;
    layers = swept(layers, segments, isForth);
    const count = crossings(layers, segments);
    if (count < fewest) [best, fewest] = [layers, count];
  }
  return best;
}

function swept(layers: readonly string[][], segments: readonly Segment[], isForth: boolean): string[][] {
  const result = layers.map((layer) => [...layer]);
  const indexes = result.map((_, index) => index);
  for (const index of isForth ? indexes : indexes.reverse()) {
    const fixed = result[isForth ? index - 1 : index + 1];
    const layer = result[index];
    if (!fixed || !layer) continue;
    const ends = endsOf(segments, isForth);
    const wished = new Map(
      layer.map((id, position) => [
        id,
        middle(
          (ends.get(id) ?? []).map((end) => fixed.indexOf(end)),
          position,
        ),
      ]),
    );
    result[index] = [...layer].sort((one, other) => (wished.get(one) ?? 0) - (wished.get(other) ?? 0));
  }
  return result;
}

function endsOf(segments: readonly Segment[], isForth: boolean): Map<string, string[]> {
  const ends = new Map<string, string[]>();
  for (const { from, to } of segments) {
    const [id, end] = isForth ? [to, from] : [from, to];
    ends.set(id, [...(ends.get(id) ?? []), end]);
  }
  return ends;
}

function middle(positions: readonly number[], otherwise: number): number {
  if (positions.length === 0) return otherwise;
  return positions.reduce((sum, position) => sum + position, 0) / positions.length;
}

/** How many pairs of segments cross. */
export function crossings(layers: readonly (readonly string[])[], segments: readonly Segment[]): number {
  const positions = new Map(layers.flatMap((layer, index) => layer.map((id, position) => [id, { index, position }])));
  const drawn = segments.flatMap(({ from, to }) => {
    const [start, end] = [positions.get(from), positions.get(to)];
    return start && end ? [{ layer: start.index, from: start.position, to: end.position }] : [];
  });
  let count = 0;
  drawn.forEach((one, index) => {
    for (const other of drawn.slice(index + 1)) {
      if (one.layer === other.layer && (one.from - other.from) * (one.to - other.to) < 0) count += 1;
    }
  });
  return count;
}
