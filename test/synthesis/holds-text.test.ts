import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { holdsText } from '../../lib/synthesis/holds-text';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'podwright-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const LONG = 'line of a file\n'.repeat(20_000);

test.each<[string, string, string, boolean]>([
  ['the same', 'a: b\n', 'a: b\n', true],
  ['nothing and nothing', '', '', true],
  ['something and nothing', 'a', '', false],
  ['nothing and something', '', 'a', false],
  ['a text of the same length', 'a: b\n', 'a: c\n', false],
  ['a long text', LONG, LONG, true],
  ['a long text with another end', LONG, `${LONG.slice(0, -2)}x\n`, false],
  ['a long text with more behind it', LONG, `${LONG}x`, false],
  ['characters of several bytes', 'ä€😀', 'ä€😀', true],
  ['other characters of several bytes', 'ä€😀', 'ä€😁', false],
  ['characters of one byte in another encoding', 'Ã¤', 'ä', false],
])('compares %s', (_name, there, text, expected) => {
  const file = join(folder, 'file');
  writeFileSync(file, there);
  expect(holdsText(file, text)).toBe(expected);
});

test('there is no file', () => {
  expect(holdsText(join(folder, 'file'), '')).toBeUndefined();
});

test('a folder is in the way', () => {
  mkdirSync(join(folder, 'file'));
  expect(() => holdsText(join(folder, 'file'), 'text')).toThrow('EISDIR');
});
