import { crossings, orderLayers } from '../../../lib/picture/graph/layers';

const places = (layers: readonly string[]) => layers.flatMap((ids, layer) => [...ids].map((id) => ({ id, layer })));
const segments = (...pairs: string[]) => pairs.map(([from = '', to = '']) => ({ from, to }));

test.each<[string, string[], string[], number]>([
  ['nothing crosses as it is', ['ab', 'cd'], ['ac', 'bd'], 0],
  ['a crossing is undone', ['ab', 'cd'], ['ad', 'bc'], 0],
  ['over three layers', ['abc', 'def', 'ghi'], ['af', 'bd', 'ce', 'di', 'eg', 'fh'], 0],
  ['what cannot be helped stays', ['ab', 'cd'], ['ac', 'ad', 'bc', 'bd'], 1],
])('%s', (_, layers, pairs, expected) => {
  const ordered = orderLayers(places(layers), segments(...pairs));
  expect(crossings(ordered, segments(...pairs))).toBe(expected);
  expect(ordered.map((layer) => [...layer].sort().join(''))).toEqual(layers);
});

test('a layer may be empty', () => {
  expect(orderLayers([{ id: 'a', layer: 2 }], [])).toEqual([[], [], ['a']]);
});
