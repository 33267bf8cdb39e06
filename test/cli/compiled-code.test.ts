import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keepCompiledCode, readCompiledCode } from '../../lib/cli/compiled-code';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'podwright-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const file = () => join(folder, 'kept');
const modules = (...sizes: number[]) =>
  new Map(
    sizes.map((size, index) => [
      `/é/${index}.js`,
      { digest: `digest ${index}`, stamp: '', data: Buffer.alloc(size, `code ${index}`) },
    ]),
  );

test.each([[[]], [[0]], [[1, 8, 13]], [[3, 200_000, 7]]])('reads code of %j bytes as it was kept', (sizes) => {
  keepCompiledCode(file(), modules(...sizes));
  const read = [...readCompiledCode(file())].map(([name, { data, ...rest }]) => [
    name,
    { ...rest, data: Buffer.from(data) },
  ]);
  expect(new Map(read as never)).toEqual(modules(...sizes));
});

test('the code stands where V8 reads it without a copy', () => {
  keepCompiledCode(file(), modules(3, 5, 11));
  for (const { data } of readCompiledCode(file()).values()) expect(data.byteOffset % 8).toBe(0);
});

test.each<[string, (whole: Buffer) => Buffer]>([
  ['empty', () => Buffer.alloc(0)],
  ['cut off', (whole) => whole.subarray(0, whole.length / 2)],
  ['cut off by a little', (whole) => whole.subarray(0, -8)],
  ['other at its beginning', (whole) => Buffer.from(whole).fill(7, 60, 90)],
  ['without a block in its middle', (whole) => Buffer.from(whole).fill(0, 100_352, 100_864)],
  ['without its last block', (whole) => Buffer.from(whole).fill(0, whole.length - 512)],
  ['text', () => Buffer.from('no compiled code at all')],
])('a file that is %s holds nothing', (_name, damage) => {
  keepCompiledCode(file(), modules(100, 200_000));
  writeFileSync(file(), damage(readFileSync(file())));
  expect(readCompiledCode(file()).size).toBe(0);
});
