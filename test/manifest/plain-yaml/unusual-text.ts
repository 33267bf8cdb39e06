import fc from 'fast-check';

const piece = fc.constantFrom(
  ...['a', 'b', 'labels', 'y', '1', '-1', '0x1', '.5', 'null', '~', '', ' ', '  ', '- ', '-', ': ', ':', '#', ' #'],
  ...[
    '"',
    "'",
    '[',
    ']',
    '{',
    '}',
    ',',
    ', ',
    '|',
    '|-',
    '>',
    '&',
    '*',
    '!',
    '%',
    '@',
    '?',
    '---',
    '\\',
    '\\n',
    'é',
    '\u2003',
  ],
);
const line = fc
  .tuple(
    fc.integer({ min: 0, max: 6 }),
    fc.constantFrom('', 'a: ', 'b: ', 'c:', '- ', '- a: ', '  - '),
    fc.array(piece, { maxLength: 4 }),
  )
  .map(([indent, start, pieces]) => `${' '.repeat(indent)}${start}${pieces.join('')}`);
/** Lines that look like YAML of any kind, most of them nearly plain. */
export const unusualText = fc
  .tuple(fc.constantFrom('', 'a: 1\n', 'a:\n', 'a: |\n'), fc.array(line, { maxLength: 6 }), fc.constantFrom('', '\n'))
  .map(([first, lines, end]) => `${first}${lines.join('\n')}${end}`);
