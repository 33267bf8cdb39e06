import { excerpt } from '../../lib/manifest/excerpt';

test.each<[string, Parameters<typeof excerpt>, string[]]>([
  ['marks the characters meant', ['a: 1\nprot: 22\n', 2, 1, 4], ['2 | prot: 22', '    ^^^^']],
  ['marks one character without a length', ['a: 1', 1, 4], ['1 | a: 1', '       ^']],
  ['counts a tab as one column', ['\ta: 1', 1, 2, 1], ['1 |  a: 1', '     ^']],
  ['leaves a carriage return out', ['a: 1\r\nb: 2\r\n', 1, 1, 99], ['1 | a: 1', '    ^^^^']],
  ['marks the end of a line', ['a:', 1, 3, 1], ['1 | a:', '      ^']],
  ['shows the start of a long line', [`a: ${'x'.repeat(200)}`, 1, 1, 1], [`1 | a: ${'x'.repeat(117)}…`, '    ^']],
  [
    'shows the part of a long line that is meant',
    [`${'x'.repeat(200)}HERE${'y'.repeat(200)}`, 1, 201, 4],
    [`1 | …${'x'.repeat(40)}HERE${'y'.repeat(76)}…`, `${' '.repeat(45)}^^^^`],
  ],
  [
    'shows the end of a long line',
    [`${'x'.repeat(200)}END`, 1, 201, 3],
    [`1 | …${'x'.repeat(117)}END`, `${' '.repeat(122)}^^^`],
  ],
])('%s', (_name, parameters, expected) => {
  expect(excerpt(...parameters).split('\n')).toEqual(expected);
});

test('is empty for a line that the text does not have', () => {
  expect(excerpt('a: 1', 2, 1)).toBe('');
});
