import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

const ROOT = join(__dirname, '../..');
const IO = join(ROOT, 'lib/cli/io.ts');
const args = (script: string) => [
  ...['--require', 'tsx/cjs', '--eval'],
  `const { processIo: io } = require(${JSON.stringify(IO)});\n${script}`,
];

/** Lines that can be told from each other, more than a pipe holds. */
const MANY = `for (let i = 0; i < 40; i += 1) io.out(\`\${i} \${'é'.repeat(10000)}\\n\`);`;
const LINES = Array.from({ length: 40 }, (_, index) => `${index} ${'é'.repeat(10_000)}`);

test('a program that reads slowly gets everything, in order', async () => {
  const child = spawn(process.execPath, args(MANY), { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] });
  await setTimeout(1500);
  let text = '';
  child.stdout.setEncoding('utf8').on('data', (part: string) => {
    text += part;
  });
  await once(child, 'close');
  expect(text.split('\n')).toEqual([...LINES, '']);
});

test('what the reader does not take at once follows through the stream, before all that is printed later', () => {
  // Everything beyond the first bytes of a text is refused once.
  const script = `
    const fs = require('node:fs');
    const write = fs.writeSync;
    let refused = false;
    fs.writeSync = (target, data) => {
      if (refused) throw Object.assign(new Error('again'), { code: 'EAGAIN' });
      refused = true;
      return write(target, data.subarray(0, 2));
    };
    io.out('one ');
    io.out('two');`;
  const { stdout } = spawnSync(process.execPath, args(script), { cwd: ROOT, encoding: 'utf8' });
  expect(stdout).toBe('one two');
});

test('a file gets everything', () => {
  const folder = mkdtempSync(join(tmpdir(), 'podwright-'));
  const file = join(folder, 'out');
  spawnSync(process.execPath, args(MANY), { cwd: ROOT, stdio: ['ignore', openSync(file, 'w'), 'inherit'] });
  expect(readFileSync(file, 'utf8').split('\n')).toEqual([...LINES, '']);
  rmSync(folder, { recursive: true });
});

test('nothing is coloured but on a terminal', () => {
  expect(spawnSync(process.execPath, args('io.out(String(io.colour));'), { cwd: ROOT, encoding: 'utf8' }).stdout).toBe(
    'false',
  );
});
