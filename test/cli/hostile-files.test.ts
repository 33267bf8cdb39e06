import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const BIN = join(__dirname, '../../build/lib/cli/main.js');
const MEBIBYTE = 1024 * 1024;
const LEVELS = 100_000;
const HEAD = 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: web\n';

/** Runs the program on a file, and says how much memory it took at most, in MiB. */
const WRAPPER = `
process.on('exit', () => process.stdout.write(String(Math.round(process.resourceUsage().maxRSS / 1024))));
process.argv = [process.argv[0], ${JSON.stringify(BIN)}, 'validate', process.argv[1]];
require(${JSON.stringify(BIN)});
`;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'podwright-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function validate(name: string, content: string | Buffer) {
  writeFileSync(join(folder, name), content);
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--max-old-space-size=200', '-e', WRAPPER, name], {
    cwd: folder,
    encoding: 'utf8',
    timeout: 25_000,
  });
  return { status, memory: Number(stdout), message: stderr };
}

/** Each line has ten aliases of the line before. */
function aliases(lines: number): string {
  const rows = Array.from(
    { length: lines },
    (_, index) => `  k${index + 1}: &k${index + 1} [${`*k${index},`.repeat(10)}]`,
  );
  return `${HEAD}data:\n  k0: &k0 [x]\n${rows.join('\n')}\n`;
}

test.each<[name: string, file: string, content: () => string | Buffer, message: RegExp]>([
  [
    'aliases of aliases',
    'a.yaml',
    () => aliases(20),
    /aliases .* stand for more than 100000 values\n +at a\.yaml:\d+:\d+/,
  ],
  [
    'lists in lists',
    'a.yaml',
    () => `${HEAD}data: ${'['.repeat(LEVELS)}${']'.repeat(LEVELS)}\n`,
    /nested more than 200 levels deep.*\n +at a\.yaml:5:/s,
  ],
  ['lists that never end', 'a.yaml', () => `${HEAD}data: ${'['.repeat(LEVELS)}\n`, /nested more than 200 levels deep/],
  [
    'objects in objects',
    'a.yaml',
    () => `${HEAD}data: ${'{a: '.repeat(LEVELS)}1${'}'.repeat(LEVELS)}\n`,
    /nested more than 200 levels deep/,
  ],
  ['items in items', 'a.yaml', () => `${HEAD}data:\n  ${'- '.repeat(LEVELS)}x\n`, /nested too deep/],
  [
    'JSON',
    'a.json',
    () => `{"kind":"ConfigMap","data":${'{"a":'.repeat(LEVELS)}1${'}'.repeat(LEVELS)}}`,
    /nested more than 200 levels deep/,
  ],
  ['NUL', 'a.yaml', () => HEAD.replace('web', 'w\0b'), /control character U\+0000 .*\n +at a\.yaml:4:10/],
  ['nothing but NUL', 'a.yaml', () => Buffer.alloc(MEBIBYTE), /control character U\+0000/],
  [
    'bytes that are not UTF-8',
    'a.yaml',
    () => Buffer.concat([Buffer.from(HEAD.trimEnd()), Buffer.from([0xff, 0xfe, 0xc0])]),
    /not UTF-8\n +at a\.yaml:4:12/,
  ],
  ['UTF-16', 'a.yaml', () => Buffer.from(`\ufeff${HEAD}`, 'utf16le'), /not UTF-8/],
  [
    '50 MB of one text',
    'a.yaml',
    () => `${HEAD}data:\n  a: ${'x'.repeat(50 * MEBIBYTE)}\n`,
    /longer than 16 MiB.*\n +at a\.yaml:1:1/,
  ],
  [
    '50 MB of fields',
    'a.yaml',
    () => `${HEAD}data:\n${`  key: ${'x'.repeat(50)}\n`.repeat(810_000)}`,
    /longer than 16 MiB/,
  ],
])('%s: a message, in a few seconds and little memory', (_name, file, content, message) => {
  const result = validate(file, content());
  expect(result.message).toMatch(message);
  expect(result.status).toBe(1);
  expect(result.memory).toBeLessThan(300);
});

test('many documents are read one after the other, and every line number is right', () => {
  const document = `${HEAD}data:\n  text: ${'x'.repeat(900)}\n---\n`;
  const result = validate('a.yaml', `${document.repeat(4000)}${HEAD.replace('web', 'Web')}`);
  expect(result.message).toContain(`at a.yaml:${7 * 4000 + 4}:3`);
  expect(result.message).toContain('4001 objects validated');
  expect(result.status).toBe(1);
  expect(result.memory).toBeLessThan(300);
});
