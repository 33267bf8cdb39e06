import { mkdtempSync, readdirSync, realpathSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { CompiledModules } from '../../lib/cli/compiled-modules';

let folder = '';
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'podwright-')));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const kept = () => join(folder, 'kept');

/** Writes a module, compiles it, and says whether what was kept was of use. */
function compile(name: string, text: string, stamp = new Date(2020, 1, 1)): boolean {
  const file = join(folder, name);
  writeFileSync(file, text);
  utimesSync(file, stamp, stamp);
  return compileAgain(name, text);
}

function compileAgain(name: string, text: string): boolean {
  const modules = new CompiledModules(kept());
  const { cachedDataRejected } = modules.compile(join(folder, name), text);
  modules.keep();
  return cachedDataRejected === false;
}

test.each([
  ['the same file', 'one', 'one', true],
  ['another text of the same length and age', 'one', 'two', false],
  ['another text', 'one', 'three', false],
])('of %s what was kept is of use or not', (_name, first, second, expected) => {
  expect(compile('a.js', `exports.a = '${first}';`)).toBe(false);
  expect(compile('a.js', `exports.a = '${second}';`)).toBe(expected);
});

test('a file that has not changed for a while is known by its state, and kept once', async () => {
  compile('a.js', '1');
  await setTimeout(600);
  compileAgain('a.js', '1');
  const { mtimeMs } = statSync(kept());
  expect(compileAgain('a.js', '1')).toBe(true);
  expect(statSync(kept()).mtimeMs).toBe(mtimeMs);
});

test('what other runs have kept stays, of modules that are still there', () => {
  compile('a.js', '1');
  compile('b.js', '2');
  expect(compileAgain('a.js', '1')).toBe(true);
  rmSync(join(folder, 'a.js'));
  compile('b.js', '3');
  expect(new CompiledModules(kept()).compile(join(folder, 'a.js'), '1').cachedDataRejected).toBeUndefined();
});

test('errors stand at the columns of the source, on the first line too', () => {
  const script = new CompiledModules(kept()).compile(join(folder, 'a.js'), '  null.x;');
  expect(() => script.runInThisContext()()).toThrow(
    expect.objectContaining({ stack: expect.stringContaining('a.js:1:8') }),
  );
});

test('keeps one file and nothing beside it', () => {
  compile('a.js', '1');
  expect(readdirSync(folder).sort()).toEqual(['a.js', 'kept']);
});
