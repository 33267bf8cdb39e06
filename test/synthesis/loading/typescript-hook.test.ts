import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(__dirname, '../../..');
const HOOK = join(ROOT, 'lib/synthesis/loading/typescript-hook.ts');

let folder = '';
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'podwright-')));
  mkdirSync(join(folder, 'node_modules'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const cache = () => join(folder, 'node_modules/.cache/podwright');

/** What a module prints that is loaded in a process of its own. */
function load(text: string): string {
  writeFileSync(join(folder, 'app.ts'), text);
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [
      ...['--require', 'tsx/cjs', '--eval'],
      `require(${JSON.stringify(HOOK)}).installTypescriptHook(${JSON.stringify(folder)});
       require(${JSON.stringify(join(folder, 'app.ts'))});`,
    ],
    { cwd: ROOT, encoding: 'utf8' },
  );
  return (stdout + stderr).trim();
}

const THROWS = `interface A {\n  b: number;\n}\n\nfunction fail(): never {\n  throw new TypeError('no');\n}\ntry {\n  fail();\n} catch (error) {\n  console.log((error as Error).stack);\n}\n`;

test('a stack trace names the lines of the source, with what was kept as without', () => {
  for (let run = 0; run < 2; run += 1) {
    const lines = load(THROWS).split('\n');
    expect(lines.slice(0, 3)).toEqual([
      'TypeError: no',
      `    at fail (${join(folder, 'app.ts')}:6:9)`,
      `    at Object.<anonymous> (${join(folder, 'app.ts')}:9:3)`,
    ]);
  }
});

test('a trace without its map names the lines of the code', () => {
  load(THROWS);
  for (const file of readdirSync(cache())) if (file.endsWith('.map')) rmSync(join(cache(), file));
  expect(load(THROWS)).toMatch(/TypeError: no\n {4}at fail \(.*app\.ts:\d+:\d+\)/);
});

test('a source that changes is loaded as it is now, also when what it becomes begins with what was kept', () => {
  expect(load(`console.log(1);\nconsole.log(2);\n`)).toBe('1\n2');
  expect(load(`console.log(1);\n`)).toBe('1');
  expect(load(`console.log(3);\n`)).toBe('3');
});
