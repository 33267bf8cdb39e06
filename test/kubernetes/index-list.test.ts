import fc from 'fast-check';
import { readIndexList } from '../../lib/kubernetes/index-list';

test.each([
  ['', 0],
  ['0', 1],
  ['0-2', 3],
  ['0,2-4', 4],
  ['+1', 1],
  ['00,01', 2],
])('%j names %i indexes', (text, count) => {
  expect(readIndexList(text, 5)).toEqual({ count });
});

test.each(['5', '0-5', '2-1', '1-1', '1,1', '0-2,2', '0 ,1', 'x', '1,', '1-2-3', '-1', '1-', '1/2', '1.0'])(
  '%j is no list below 5',
  (text) => {
    expect(readIndexList(text, 5)).toHaveProperty('reason');
  },
);

test('a sorted list of different indexes names as many as it has', () => {
  const indexes = fc.uniqueArray(fc.nat(999)).map((list) => list.sort((a, b) => a - b));
  fc.assert(
    fc.property(indexes, (list) => {
      expect(readIndexList(list.join(','), 1000)).toEqual({ count: list.length });
    }),
  );
});
