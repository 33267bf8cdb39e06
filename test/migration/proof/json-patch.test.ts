import { JsonPatch } from 'cdk8s';
import fc from 'fast-check';
import { patchesBetween } from '../../../lib/migration/proof/json-patch';

test.each([
  ['nothing', { a: 1 }, { a: 1 }, []],
  ['a field more', { a: {} }, { a: { 'b/~': null } }, [{ op: 'add', path: '/a/b~1~0', value: null }]],
  ['a field less', { a: 1, b: 2 }, { a: 1 }, [{ op: 'remove', path: '/b' }]],
  ['an item that differs', { a: [1, { b: 2 }] }, { a: [1, { b: 3 }] }, [{ op: 'replace', path: '/a/1/b', value: 3 }]],
  ['a longer list', { a: [1] }, { a: [1, 2] }, [{ op: 'replace', path: '/a', value: [1, 2] }]],
  ['another type', { a: [] }, { a: {} }, [{ op: 'replace', path: '/a', value: {} }]],
])('%s', (_name, from, to, patches) => {
  expect(patchesBetween(from, to)).toEqual(patches);
});

test('the patches make the one of the other', () => {
  const data = fc.object({
    maxDepth: 3,
    key: fc.constantFrom('a', 'b', 'c/d'),
    values: [fc.integer(), fc.constant(null)],
  });
  fc.assert(
    fc.property(data, data, (from, to) => {
      const patches = patchesBetween(from, to).map(({ op, path, value }) =>
        op === 'remove' ? JsonPatch.remove(path) : JsonPatch[op](path, value),
      );
      expect(JsonPatch.apply(from, ...patches)).toEqual(to);
    }),
  );
});
