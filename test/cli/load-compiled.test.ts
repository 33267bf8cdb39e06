import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

const ROOT = join(__dirname, '../..');
const LOADER = join(ROOT, 'lib/cli/load-compiled.ts');

let folder = '';
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'podwright-')));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const cache = () => join(folder, 'node_modules/.cache/podwright');
const kept = () => readdirSync(cache()).sort();

/** Loads module.js in a process of its own and prints what it exports. */
function load(purpose = 'test', after = ''): string {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [
      '--require',
      'tsx/cjs',
      '--eval',
      `const { loadCompiled } = require(${JSON.stringify(LOADER)});
       Promise.resolve(loadCompiled(${JSON.stringify(join(folder, 'module.js'))}, '${purpose}', ${JSON.stringify(folder)}).value())
         .then((value) => { console.log(value); ${after} });`,
    ],
    { cwd: ROOT, encoding: 'utf8' },
  );
  return (stdout + stderr).trim();
}

function write(body: string): void {
  writeFileSync(join(folder, 'module.js'), `// A module.\nexports.value = () => ${body};\n`);
}

describe('in a folder with node_modules', () => {
  beforeEach(() => mkdirSync(join(folder, 'node_modules')));

  test('the first run keeps the compiled code, the next one uses it', async () => {
    write(`require('node:path').basename(__filename) + typeof module.exports.value`);
    // Of a file that has just changed nobody knows whether it changes again.
    await setTimeout(600);
    expect(load()).toBe('module.jsfunction');
    const files = kept();
    expect(files).toEqual([expect.stringMatching(/^[0-9a-f]{16}-test\.compiled$/)]);
    const before = readFileSync(join(cache(), files[0] ?? ''));
    expect(load()).toBe('module.jsfunction');
    expect(kept()).toEqual(files);
    expect(readFileSync(join(cache(), files[0] ?? '')).equals(before)).toBe(true);
  });

  test('a module that changes runs as it is now, also at the same length', () => {
    write('1');
    expect(load()).toBe('1');
    write('2');
    expect(load()).toBe('2');
  });

  test('each purpose keeps its own', () => {
    write('1');
    load('one');
    load('two');
    expect(kept()).toHaveLength(2);
  });

  test('a module that it requires by its path is compiled with it, and is the one that Node gives to others', () => {
    const other = join(folder, 'other.js');
    write(`require('./other.js').name`);
    writeFileSync(other, `exports.name = 'one';`);
    const first = load(
      'test',
      `console.log(require(${JSON.stringify(other)}) === require.cache[${JSON.stringify(other)}].exports)`,
    );
    expect(first).toBe('one\ntrue');
    expect(readFileSync(join(cache(), kept()[0] ?? '')).includes('other.js')).toBe(true);
    writeFileSync(other, `exports.name = 'two';`);
    expect(load()).toBe('two');
  });

  test('a .cjs module that it requires is left to Node, and may import', () => {
    write(`require('./import.cjs')('node:path')`);
    writeFileSync(join(folder, 'import.cjs'), `module.exports = async (name) => typeof (await import(name)).join;`);
    expect(load()).toBe('function');
  });

  test('a module that Node loads is compiled with it too, and has the require that Node would give it', async () => {
    write(`require('./other')`);
    writeFileSync(
      join(folder, 'other.js'),
      `const paths = require.resolve.paths('x').length > 0;
       module.exports = [paths, require.resolve('./module'), require.cache === require('node:module')._cache,
         module.parent.filename, require.main === process.mainModule, this === exports].join();`,
    );
    const expected = ['true', join(folder, 'module.js'), 'true', join(folder, 'module.js'), 'true', 'true'].join();
    // Files that have just changed are kept under another name than later.
    await setTimeout(600);
    for (let run = 0; run < 2; run += 1) expect(load()).toBe(expected);
    expect(kept()).toHaveLength(2);
  });

  test.each([
    ['imports', `module.exports = import('node:path').then(({ join }) => typeof join);`, 'function'],
    ['begins with a line for the shell', `#!/usr/bin/env node\nmodule.exports = 1;`, '1'],
    ['is no script', `module.exports = ;`, 'other.js:1'],
  ])('a module that %s is left to Node', (_name, text, expected) => {
    write(`require('./other')`);
    writeFileSync(join(folder, 'other.js'), text);
    expect(load()).toContain(expected);
  });

  test('a module that throws is loaded again by the next who asks', () => {
    write(
      `{ for (let i = 0; i < 2; i += 1) try { require('./broken.js') } catch (error) { if (i) return error.message } }`,
    );
    writeFileSync(join(folder, 'broken.js'), `throw new Error('broken')`);
    expect(load()).toBe('broken');
  });

  test('a damaged file is replaced', () => {
    write('1 + 1');
    load();
    const file = join(cache(), kept()[0] ?? '');
    const whole = readFileSync(file);
    for (const damaged of [Buffer.alloc(0), whole.subarray(0, whole.length / 2), Buffer.from(whole).fill(7, 60, 90)]) {
      writeFileSync(file, damaged);
      expect(load()).toBe('2');
      expect(readFileSync(file).equals(damaged)).toBe(false);
    }
  });

  test('a run that failed keeps nothing', () => {
    write('1');
    load('test', 'process.exitCode = 2;');
    expect(() => kept()).toThrow('ENOENT');
  });

  test('an error names the place in the module', () => {
    write(`{ throw new Error('no') }`);
    expect(load()).toContain(`${join(folder, 'module.js')}:2:`);
  });
});

test('without node_modules nothing is kept', () => {
  write('4');
  expect(load()).toBe('4');
  expect(readdirSync(folder)).toEqual(['module.js']);
});
