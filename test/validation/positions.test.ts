import { firstPositions, lastPositions } from '../../lib/validation/positions';

test.each<[unknown[], number[], number[]]>([
  [[], [], []],
  [
    ['a', 'b', 'a', 'a'],
    [0, 1, 0, 0],
    [3, 1, 3, 3],
  ],
  [
    [1, '1', undefined, undefined],
    [0, 1, 2, 2],
    [0, 1, 3, 3],
  ],
])('%j', (keys, first, last) => {
  expect([firstPositions(keys), lastPositions(keys)]).toEqual([first, last]);
});
