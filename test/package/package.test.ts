import { execFileSync, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ruleUrl } from '../../lib/report/rule-url';
import { testApi } from './api';
import { testBrowser } from './browser';
import { testCi } from './ci';
import { testInit } from './init';
import type { Installation, Ran } from './installation';
import { isInstalled, type Locked, lockedPackages, provide } from './locked';
import { testRunners } from './runners';
import { testTesting } from './testing';

const ROOT = join(__dirname, '../..');
const TSC = require.resolve('typescript/bin/tsc');

/** What a published package is made from. */
const SOURCES = ['lib', 'imports', 'scripts', 'docs', 'tsconfig.json', 'tsconfig.build.json'];
const TEXTS = ['package.json', 'README.md', 'CHANGELOG.md', 'LICENSE'];

/** The goals of the package: bytes unpacked, packages that it brings, bytes of all of them. */
const MOST = { unpacked: 3_000_000, packages: 15, installed: 35_000_000 };

const [EXAMPLE = '', YAML = ''] = ['ts', 'yaml'].map(
  (language) =>
    new RegExp(`\`\`\`${language}\\n(.*?)\`\`\``, 's').exec(readFileSync(join(ROOT, 'README.md'), 'utf8'))?.[1] ?? '',
);

let folder: string;
let app: string;
let packed: { filename: string; integrity: string; unpackedSize: number; files: { path: string }[] };

const npm = (args: string[], cwd: string) =>
  execFileSync('npm', [...args, '--loglevel=error'], { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });

const write = (path: string, text: string) => writeFileSync(join(app, path), text);

function run(command: string, args: readonly string[], cwd = app): Ran {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8' });
  return { code: status, out: stdout, err: stderr };
}

const podwright = (...args: string[]) => run(join(app, 'node_modules/.bin/podwright'), args);

const filesIn = (path: string) =>
  readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));

/** The folders of all packages that npm adds with the package. */
const dependencies = () =>
  lockedPackages()
    .filter(isInstalled)
    .map((path) => join(ROOT, path));

/** What a lock file says of the packed package. */
function locked(): Locked {
  const { dependencies, peerDependencies, peerDependenciesMeta, bin, version } = JSON.parse(
    readFileSync(join(ROOT, 'package.json'), 'utf8'),
  );
  const { filename, integrity } = packed;
  const resolved = `file:../${filename}`;
  return { version, resolved, integrity, dependencies, peerDependencies, peerDependenciesMeta, ...{ bin } };
}

/** Packs a copy of the sources, so that the tests that run meanwhile keep their build. */
function pack(): typeof packed {
  const copy = join(folder, 'copy');
  for (const name of [...SOURCES, ...TEXTS]) cpSync(join(ROOT, name), join(copy, name), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
  return JSON.parse(npm(['pack', '--json', '--pack-destination', folder], copy))[0];
}

/** Installs the package with npm; what it depends on is there already, so that no registry is asked. */
function install(): void {
  write('package.json', JSON.stringify({ private: true, dependencies: { podwright: `file:../${packed.filename}` } }));
  provide(app, lockedPackages(), locked());
  npm(['install', '--offline', '--no-audit', '--no-fund'], app);
}

/** Packages of the repository that a user's project has beside the package. */
function link(...packages: readonly string[]): void {
  for (const name of packages) {
    const path = join(app, 'node_modules', name);
    if (existsSync(path)) continue;
    mkdirSync(dirname(path), { recursive: true });
    symlinkSync(join(ROOT, 'node_modules', name), path);
  }
}

const installed = (): Installation => ({
  folder,
  app,
  sources: join(folder, 'copy'),
  tarball: join(folder, packed.filename),
  locked: locked(),
  write,
  run,
  link,
});

beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'podwright-')));
  app = join(folder, 'app');
  mkdirSync(app);
  packed = pack();
  install();
}, 300_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('the package is small', () => {
  expect(packed.unpackedSize).toBeLessThan(MOST.unpacked);
});

test('nothing is published but what is exported, the program and the documentation', () => {
  const paths = packed.files.map(({ path }) => path);
  expect(paths).toEqual(expect.arrayContaining([...TEXTS, 'docs/constructs.md']));
  expect(paths.filter((path) => /\.(map|png)$|\/charts\/|rules\/server|^lib|^test/.test(path))).toEqual([]);
});

test('the page that a finding links to is published', () => {
  const [, path] = /podwright\/(.*)#rule$/.exec(ruleUrl('rule')) ?? [];
  expect(packed.files.map((file) => file.path)).toContain(path);
});

test('docs/package.md names every package that is installed, with its licence', () => {
  const page = readFileSync(join(ROOT, 'docs/package.md'), 'utf8');
  const table = [...page.matchAll(/^\| (`.*`) \| .* \| (.*) \|$/gm)].flatMap(([, names = '', licences = '']) => {
    const each = licences.split(', ');
    return [...names.matchAll(/`([^`]+)`/g)].map(([, name], index) => `${name} ${each[index] ?? each[0]}`);
  });
  const installed = dependencies().map((folder) => {
    const { name, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    return `${name.replace(/^@esbuild\/.*/, '@esbuild/linux-x64')} ${license}`;
  });
  expect(table.filter((row) => !row.includes('podwright')).sort()).toEqual(installed.sort());
});

test('an installation is small', () => {
  // Also those that another package bundles, which npm does not count.
  const added = dependencies();
  // Measured where npm installed it: a copy of esbuild holds its program twice.
  const inodes = new Map<number, number>();
  for (const file of added.flatMap(filesIn)) {
    const { ino, size } = statSync(file);
    inodes.set(ino, size);
  }
  const bytes = [...inodes.values()].reduce((sum, size) => sum + size, packed.unpackedSize);
  expect(added.length).toBeLessThanOrEqual(MOST.packages);
  expect(bytes).toBeLessThan(MOST.installed);
});

test('require finds what the library exports', () => {
  write(
    'required.cjs',
    `const { App, Chart, Pod, KubeVersionError, ScenarioError, SynthesisError, render, simulate, validate } = require('podwright');
     const { KubeConfigMap } = require('podwright/k8s');
     const app = new App();
     const chart = new Chart(app, 'web');
     new Pod(chart, 'web', { containers: { app: { image: 'nginx:1.29' } } });
     new KubeConfigMap(chart, 'settings', { data: { mode: 'fast' } });
     const thrown = (work) => { try { work(); } catch (error) { return error; } };
     const invalid = new App();
     new Pod(new Chart(invalid, 'bad'), 'bad', { containers: { app: { image: '' } } });
     console.log(JSON.stringify({
       rendered: render(app).map(({ path, objects }) => [path, objects.length]),
       rules: validate([{ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'web' }, spec: { containers: [] } }]).map(({ rule }) => rule),
       version: thrown(() => validate([], { kubeVersion: '1.2' })) instanceof KubeVersionError,
       scenario: thrown(() => simulate({ kind: 'ConfigMap' })) instanceof ScenarioError,
       synthesis: thrown(() => invalid.synth()) instanceof SynthesisError,
     }));`,
  );
  const { err, out } = run(process.execPath, ['required.cjs']);
  expect([err, JSON.parse(out || '{}')]).toEqual([
    '',
    { rendered: [['web.k8s.yaml', 2]], rules: ['require-container'], version: true, scenario: true, synthesis: true },
  ]);
});

test('import finds the same names', () => {
  write(
    'imported.mjs',
    `import { createRequire } from 'node:module';
     import * as library from 'podwright';
     import * as objects from 'podwright/k8s';
     import * as testing from 'podwright/testing';
     import { App, Chart, Deployment, JsonPatch, validate } from 'podwright';
     import { KubePod } from 'podwright/k8s';
     const require = createRequire(import.meta.url);
     const missing = [[library, 'podwright'], [objects, 'podwright/k8s'], [testing, 'podwright/testing']].flatMap(([module, name]) =>
       Object.keys(require(name)).filter((key) => module[key] === undefined));
     console.log(JSON.stringify([missing, [App, Chart, Deployment, JsonPatch, validate, KubePod].map((value) => typeof value)]));`,
  );
  const { err, out } = run(process.execPath, ['imported.mjs']);
  expect([err, JSON.parse(out || '[]')]).toEqual(['', [[], Array(6).fill('function')]]);
});

describe('the program', () => {
  beforeAll(() => write('main.ts', EXAMPLE));

  test('synthesizes the example of the README', () => {
    const advice = expect.stringMatching(/\n7 warnings, 1 info\ncreated dist\/kuard\.k8s\.yaml\n$/);
    expect(podwright('synth')).toEqual({ code: 0, out: '', err: advice });
    expect(readFileSync(join(app, 'dist/kuard.k8s.yaml'), 'utf8')).toBe(YAML);
  });

  test('prints it', () => {
    expect(podwright('synth', '--stdout', '--profile', 'none')).toEqual({ code: 0, out: YAML, err: '' });
  });

  test('validates a file', () => {
    write('pod.yaml', 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n');
    const { code, out } = podwright('validate', 'pod.yaml', '--format', 'json');
    expect([code, JSON.parse(out)]).toEqual([
      1,
      [expect.objectContaining({ field: 'spec.containers[0].image', reason: 'FieldValueRequired' })],
    ]);
  });

  test('knows its version', () => {
    const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
    expect(podwright('--version').out).toBe(`${version}\n`);
  });
});

test.each([
  ['commonjs', 'node10'],
  ['nodenext', 'nodenext'],
])('the declarations are whole: module %s, resolution %s', (module, resolution) => {
  const mistake = "new KubePod(chart, 'pod', { spec: { containers: [{ nam: 'app' }] } });\n";
  write('typed.ts', EXAMPLE);
  mkdirSync(dirname(join(app, 'sub/objects.ts')), { recursive: true });
  write(
    'sub/objects.ts',
    `import { Chart, render, validate, type Diagnostic } from 'podwright';
import { KubePod } from 'podwright/k8s';
export { matchers } from 'podwright/testing';
const chart = new Chart(undefined as never, 'objects');
export const found: Diagnostic[] = validate([], { kubeVersion: '1.30' });
export const severity: 'error' | 'warning' | 'info' | undefined = found[0]?.severity;
export const paths: string[] = render(undefined as never).map(({ path }) => path);
${mistake}`,
  );
  const options = ['--strict', '--noEmit', '--target', 'es2022', '--typeRoots', 'none', '--module', module];
  const { out } = run(process.execPath, [
    TSC,
    ...options,
    '--moduleResolution',
    resolution,
    'typed.ts',
    'sub/objects.ts',
  ]);
  expect(out.trim().split('\n')).toEqual([
    expect.stringMatching(/^sub\/objects\.ts\(8,\d+\): error TS2561: .*did you mean to write 'name'/i),
  ]);
});

test('arethetypeswrong and publint find nothing', () => {
  const { code, out, err } = run(process.execPath, [join(ROOT, 'scripts/package/problems.mjs'), installed().tarball]);
  expect([code, out, err]).toEqual([0, '', '']);
});

describe('the API', () => testApi(installed));
describe('podwright init', () => testInit(installed));
describe('for browsers', () => testBrowser(installed));
describe('runs with', () => testRunners(installed, EXAMPLE, YAML));
describe('tests of users', () => testTesting(installed));
describe('in CI', () => testCi(installed, EXAMPLE, YAML));
