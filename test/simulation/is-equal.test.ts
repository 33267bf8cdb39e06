import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { isEqual } from '../../lib/simulation/is-equal';

const data = fc.jsonValue().map((value) => JSON.parse(JSON.stringify(value)));

test('plain data is equal to its copies, and to nothing else', () => {
  fc.assert(
    fc.property(data, data, (one, other) => {
      expect(isEqual(one, structuredClone(one))).toBe(true);
      expect(isEqual(one, other)).toBe(isDeepStrictEqual(one, other));
    }),
  );
});

test('a missing field is not another one, a list is not an object', () => {
  expect(isEqual({ a: 1 }, { b: 1 })).toBe(false);
  expect(isEqual({ a: 1, b: 2 }, { a: 1 })).toBe(false);
  expect(isEqual([], {})).toBe(false);
  expect(isEqual([1, 2], [1, 2])).toBe(true);
});
