import { manifestParts } from '../../../lib/cli/files/manifest-parts';

const LARGE = 128 * 1024;
const parts = (text: string) =>
  [...manifestParts(Buffer.from(text))].map(({ bytes, line }) => [bytes.length, line, bytes.toString().slice(0, 4)]);
const filler = `${'x'.repeat(127)}\n`.repeat(LARGE / 128);

test.each([
  ['nothing', '', []],
  ['a small file of several documents', 'a: 1\n---\nb: 2\n', [[14, 1, 'a: 1']]],
  ['a large document', `a: |\n${filler}`, [[LARGE + 5, 1, 'a: |']]],
  [
    'documents beyond what is large, parted before a separator',
    `${filler}---\nb\n---\nc\n`,
    [
      [LARGE + 6, 1, 'xxxx'],
      [6, 1027, '---\n'],
    ],
  ],
  ['JSON, whatever is in it', ` {"a": "\\n---"}\n${filler}---\n{}`, [[LARGE + 22, 1, ' {"a']]],
])('%s', (_name, text, expected) => {
  expect(parts(text)).toEqual(expected);
});

test('nothing is lost', () => {
  const text = `${filler}--- # x\n${filler}---\n${filler}`;
  expect(Buffer.concat([...manifestParts(Buffer.from(text))].map(({ bytes }) => bytes)).toString()).toBe(text);
});
