import { changeTo, typescriptOf, yamlOf } from '../../../lib/validation/advice/fragment';

test.each([
  ['a number', { replicas: 2 }, 'replicas: 2', 'replicas: 2'],
  ['nested fields', { a: { b: 1, c: 'x' } }, "a: { b: 1, c: 'x' }", 'a:\n  b: 1\n  c: x'],
  ['several fields', { a: 1, b: true }, 'a: 1,\nb: true', 'a: 1\nb: true'],
  ['a list', { drop: ['ALL'] }, "drop: ['ALL']", 'drop:\n  - ALL'],
  ['a key that is no name', { 'a/b': '1' }, "'a/b': '1'", 'a/b: "1"'],
  ['quotes', { a: `it's "x"` }, `a: "it's \\"x\\""`, `a: it's "x"`],
  ['nothing', { a: {}, b: undefined }, 'a: {}', 'a: {}'],
  ['null', { a: null }, 'a: null', 'a: null'],
])('%s', (_name, fragment, typescript, yaml) => {
  expect([typescriptOf(fragment), yamlOf(fragment)]).toEqual([typescript, yaml]);
});

test('constructs may nest a change otherwise', () => {
  expect(changeTo({ ports: [{ name: 'http' }] }, { ports: { http: 8080 } })()).toEqual({
    typescript: 'ports: { http: 8080 }',
    yaml: 'ports:\n  - name: http',
  });
});
