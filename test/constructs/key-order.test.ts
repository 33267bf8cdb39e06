import { isFields, ordered, ownFields } from '../../lib/constructs/key-order';
import { inOrder } from './synthesized';

test.each([
  [
    'the given order first, the rest as it stood',
    { z: 1, b: 2, y: 3, a: 4 },
    ['a', 'b'],
    {},
    { a: 4, b: 2, z: 1, y: 3 },
  ],
  ['a start before all, which wins', { a: 1, b: 2 }, ['b'], { a: 0 }, { a: 0, b: 2 }],
  ['absent values left out', { a: undefined, b: 0, c: false, d: '' }, ['a'], {}, { b: 0, c: false, d: '' }],
  ['keys that every object inherits', { toString: 1 }, ['constructor'], {}, { toString: 1 }],
])('ordered: %s', (_, fields, order, start, expected) => {
  expect(inOrder(ordered(fields, order, start))).toBe(inOrder(expected));
});

test('ownFields takes the named fields in their order, the derived ones in place of those given', () => {
  expect(inOrder(ownFields({ c: 3, b: 2, x: 0 }, ['a', 'b', 'c'], { a: 1, c: 4 }))).toBe(inOrder({ a: 1, b: 2, c: 4 }));
});

test.each([
  [{}, true],
  [[], false],
  [null, false],
  [undefined, false],
  ['text', false],
])('isFields(%j) is %s', (value, expected) => {
  expect(isFields(value)).toBe(expected);
});
