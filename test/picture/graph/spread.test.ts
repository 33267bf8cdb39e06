import fc from 'fast-check';
import { spread } from '../../../lib/picture/graph/spread';

test.each<[string, [wanted: number, size: number][], number[]]>([
  ['nothing', [], []],
  [
    'wishes that do not meet come true',
    [
      [0, 10],
      [100, 20],
    ],
    [0, 100],
  ],
  [
    'two that want the same part evenly',
    [
      [50, 10],
      [50, 10],
    ],
    [43, 57],
  ],
  [
    'a third is pushed on',
    [
      [0, 10],
      [10, 10],
      [20, 10],
    ],
    [-4, 10, 24],
  ],
  [
    'sizes count',
    [
      [0, 10],
      [0, 30],
    ],
    [-12, 12],
  ],
])('%s', (_, things, expected) => {
  const placed = spread(
    things.map(([wanted, size]) => ({ wanted, size })),
    4,
  );
  expect(placed).toEqual(expected);
});

const things = fc.array(
  fc.record({ wanted: fc.integer({ min: -500, max: 500 }), size: fc.integer({ min: 1, max: 80 }) }),
  { maxLength: 12 },
);

test('nothing overlaps, and the order stays', () => {
  fc.assert(
    fc.property(things, fc.integer({ min: 0, max: 20 }), (all, gap) => {
      const placed = spread(all, gap);
      all.slice(1).forEach((thing, index) => {
        const room = (thing.size + (all[index]?.size ?? 0)) / 2 + gap;
        expect((placed[index + 1] ?? 0) - (placed[index] ?? 0)).toBeGreaterThanOrEqual(room - 1e-6);
      });
    }),
  );
});

test('no move of a run of them is better', () => {
  fc.assert(
    fc.property(things, fc.constantFrom(-1, 1), fc.nat(), fc.nat(), (all, move, from, count) => {
      const placed = spread(all, 4);
      const first = all.length === 0 ? 0 : from % all.length;
      const moved = placed.map((place, index) => (index >= first && index <= first + count ? place + move : place));
      const isAllowed = all.every((thing, index) => {
        const before = all[index - 1];
        return !before || (moved[index] ?? 0) - (moved[index - 1] ?? 0) >= (thing.size + before.size) / 2 + 4 - 1e-6;
      });
      const cost = (places: readonly number[]) =>
        places.reduce((sum, place, index) => sum + (place - (all[index]?.wanted ?? 0)) ** 2, 0);
      if (isAllowed) expect(cost(moved)).toBeGreaterThanOrEqual(cost(placed) - 1e-6);
    }),
  );
});
