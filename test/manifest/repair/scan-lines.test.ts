import { indentOf, scanLines } from '../../../lib/manifest/repair/scan-lines';

test.each<[string, string[], string[]]>([
  ['fields and items', ['a: 1', '- b', '  # c', ''], ['block', 'block', 'block', 'block']],
  ['brackets', ['a: [b, {c: d', '}, e', ']', 'f: 1'], ['block', 'flow', 'flow', 'block']],
  ['brackets in quotes and comments', ['a: "[" # {', "b: '{'", 'c: x[0'], ['block', 'block', 'block']],
  [
    'quotes',
    ['a: "b', 'c\\"', 'd"', "e: 'f''", "g'", 'h: 1'],
    ['block', 'quoted', 'quoted', 'block', 'quoted', 'block'],
  ],
  ['quotes inside of words', ["a: it's", 'b: 5"', 'c: 1'], ['block', 'block', 'block']],
  ['a block scalar', ['a: |', '  "b', '', '  c: [', 'd: 1'], ['block', 'scalar', 'scalar', 'scalar', 'block']],
  ['a block scalar with a header', ['a: >2- # b', '   c', 'd: 1'], ['block', 'scalar', 'block']],
  [
    'a block scalar in an item',
    ['- a: |', '    b', '  c: 1', '- |', '  d', '- e'],
    ['block', 'scalar', 'block', 'block', 'scalar', 'block'],
  ],
  ['a pipe in a word', ['a: b |', 'c: 1'], ['block', 'block']],
])('%s', (_name, lines, kinds) => {
  expect(scanLines(lines, 8)).toEqual(kinds);
});

test.each([
  ['  a', 2],
  ['\ta', 4],
  ['  \ta', 4],
  ['\t  a', 6],
  ['', 0],
])('%j is indented by %d columns where a tab stop has four', (line, column) => {
  expect(indentOf(line, 4)).toBe(column);
});
