import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');
const HOOK = join(__dirname, '../../lib/cli/defer-modules.ts');

/** What a script prints in a process of its own, where no module is loaded yet. */
function run(script: string): string {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ['--require', 'tsx/cjs', '--eval', `require(${JSON.stringify(HOOK)}).deferModules();\n${script}`],
    { cwd: ROOT, encoding: 'utf8' },
  );
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return stdout.trim();
}

const LOADED = `Object.keys(require.cache).some((file) => /node_modules.yaml.dist/.test(file))`;

test('cdk8s is loaded without the library', () => {
  expect(run(`require('cdk8s'); console.log(${LOADED});`)).toBe('false');
});

test('cdk8s loads the library when it writes YAML, and writes the same', () => {
  const script = `console.log(require('cdk8s').Yaml.stringify({ a: ['y', 0o17, 'x: y'] }), ${LOADED});`;
  expect(run(script)).toBe(`a:\n  - "y"\n  - 15\n  - "x: y"\n true`);
});

test('cdk8s reads YAML with the library', () => {
  const script = `
    const file = require('node:path').join(require('node:fs').mkdtempSync(require('node:os').tmpdir() + '/podwright-'), 'a.yaml');
    require('node:fs').writeFileSync(file, 'a: 1\\n---\\nb: 2\\n');
    console.log(JSON.stringify(require('cdk8s').Yaml.load(file)));`;
  expect(run(script)).toBe('[{"a":1},{"b":2}]');
});

test('everyone else gets the library itself', () => {
  expect(run(`console.log(${LOADED}, require('yaml').parse('a: 1').a, ${LOADED});`)).toBe('false 1 true');
});

test('what stands for the library shows all of it', () => {
  const script = `
    const Module = require('node:module');
    const file = require.resolve('cdk8s/lib/yaml.js');
    const parent = Object.assign(new Module(file), { filename: file, paths: Module._nodeModulePaths(file) });
    const stand = Module._load('yaml', parent, false);
    const real = require(require.resolve('yaml', { paths: [file] }));
    console.log(JSON.stringify([Object.keys(stand).length === Object.keys(real).length, 'parse' in stand, 'no' in stand, { ...stand }.parse === real.parse]));`;
  expect(run(script)).toBe('[true,true,false,true]');
});
