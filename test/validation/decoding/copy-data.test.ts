import { copyData as copyDataAt } from '../../../lib/validation/decoding/copy-data';
import { FieldPath } from '../../../lib/validation/field-path';

const copyData = (value: unknown) => copyDataAt(value, FieldPath.root);
const found = (value: unknown) => copyData(value).findings.map(({ field, detail }) => `${field}: ${detail}`);

test.each([
  ['scalars', ['a', 1, true, null]],
  ['objects and lists', { a: [{ b: {} }], '': [] }],
  ['names that JavaScript knows', JSON.parse('{"__proto__": {"a": 1}, "constructor": 2, "hasOwnProperty": 3}')],
])('%s are copied', (_name, value) => {
  const { copy, findings } = copyData(value);
  expect(findings).toEqual([]);
  expect(JSON.stringify(copy)).toBe(JSON.stringify(value));
  expect(copy).not.toBe(value);
});

test('what is absent is left out, and null in lists', () => {
  // biome-ignore lint/suspicious/noSparseArray: a hole is what is tested
  expect(copyData({ a: undefined, b: [undefined, , 1] })).toEqual({ copy: { b: [null, null, 1] }, findings: [] });
});

test.each([
  ['a function', { a: () => 1 }, 'a: must be JSON data, not a function'],
  ['a symbol', { a: [Symbol('x')] }, 'a[0]: must be JSON data, not a symbol'],
  ['a BigInt', { a: 1n }, 'a: must be JSON data, not a bigint'],
  ['no number', { a: Number.NaN }, 'a: must be JSON data, not a number'],
])('%s is refused', (_name, value, expected) => {
  expect(found(value)).toEqual([expected]);
});

test('a value that holds itself is refused, one that stands twice is not', () => {
  const twice = { x: 1 };
  const itself: Record<string, unknown> = { twice: [twice, twice] };
  expect(found(itself)).toEqual([]);
  itself.a = [itself];
  expect(found(itself)).toEqual(['a[0]: holds itself, so that it would never end']);
});

test('texts and names longer than an object may be are refused', () => {
  const long = 'x'.repeat(1.5 * 1024 * 1024 + 1);
  expect(found({ a: long })).toEqual(['a: is longer than a whole object may be, 1.5 MiB']);
  expect(found({ [long]: 1 })).toEqual([': has a field whose name is longer than a whole object may be, 1.5 MiB']);
  expect(found({ a: long.slice(1) })).toEqual([]);
});

test('too deep and too many values are refused', () => {
  let deep: unknown = 1;
  for (let level = 0; level < 100_000; level += 1) deep = [deep];
  expect(copyData(deep).findings).toHaveLength(1);
  let doubled: unknown = 1;
  for (let level = 0; level < 64; level += 1) doubled = [doubled, doubled];
  expect(found(doubled).every((text) => text.includes('more values than'))).toBe(true);
});
