import { fieldLines } from '../../../lib/comparison/reports/field-lines';

const lines = (change: object) =>
  fieldLines({ field: 'f', change: 'changed', effects: [], yaml: {}, ...change }).map(
    ({ mark, text }) => `${mark} ${text}`,
  );
const numbered = (count: number) => Array.from({ length: count }, (_item, index) => `line ${index}`).join('\n');

test.each<[string, object, string[]]>([
  ['two values', { before: 'a', after: 'b' }, ['~ f: a -> b']],
  ['texts that look like something else', { before: 'true', after: true }, ['~ f: "true" -> true']],
  ['a default', { before: 3, after: 1, defaulted: 'after' }, ['~ f: 3 -> 1 (default)']],
  ['a new value', { change: 'added', after: { a: 1 } }, ['+ f: {"a":1}']],
  ['a value that goes', { change: 'removed', before: ['a'] }, ['- f: ["a"]']],
  [
    'another order',
    { change: 'reordered', before: ['name=a', 'name=b'], after: ['name=b', 'name=a'] },
    ['~ f: order name=a, name=b -> name=b, name=a'],
  ],
  ['a secret', { before: '<hidden>', after: '<hidden>' }, ['~ f: changed, and the value is not shown']],
  ['the lines of a text that change', { before: 'a\nb\nc\n', after: 'a\nB\nc\n' }, ['~ f:', '-   b', '+   B']],
  [
    'a long object as YAML',
    { change: 'added', after: { a: 'x'.repeat(99), b: [1] } },
    ['+ f:', `+   a: ${'x'.repeat(99)}`, '+   b:', '+     - 1'],
  ],
  ['a terminal that must not obey', { before: 'a\n\u001b[2J', after: 'a\nb' }, ['~ f:', '-   \ufffd[2J', '+   b']],
])('%s', (_name, change, expected) => {
  expect(lines(change)).toEqual(expected);
});

test('a long text is cut', () => {
  const text = lines({ change: 'added', after: numbered(30) });
  expect([text.length, text.at(-1)]).toEqual([22, '+   ... 10 more lines']);
});
