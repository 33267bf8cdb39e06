import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(__dirname, '../../..');
const PODWRIGHT = join(ROOT, 'build/lib/cli/main.js');
const LIBRARY = join(ROOT, 'build/lib');

const VALUES = 'export const values = { replicas: 1 };\n';
const MAIN = `import { App, Chart, Deployment } from '${LIBRARY}';
import { values } from './values';
const app = new App();
new Deployment(new Chart(app, 'web'), 'web', { ...values, containers: { app: { image: 'nginx:1.29' } } });
app.synth();
`;

let folder: string;
let child: ChildProcess;
let output = '';
let seen = 0;

const write = (path: string, text: string) => writeFileSync(join(folder, path), text);
const manifest = () => readFileSync(join(folder, 'dist/web.k8s.yaml'), 'utf8');

/** Waits for the next round to be over, and gives what it printed. */
async function round(): Promise<string> {
  const end = Date.now() + 20_000;
  for (;;) {
    const match = /\d+ ms; waiting for changes\n/.exec(output.slice(seen));
    if (match) {
      const text = output.slice(seen, seen + match.index);
      seen += match.index + match[0].length;
      return text.trimStart();
    }
    if (Date.now() > end) throw new Error(`no round ended:\n${output.slice(seen)}`);
    await new Promise((done) => setTimeout(done, 10));
  }
}

async function start(): Promise<string> {
  child = spawn(process.execPath, [PODWRIGHT, 'watch', '--profile', 'none'], {
    cwd: folder,
    stdio: ['ignore', 'inherit', 'pipe'],
  });
  child.stderr?.on('data', (data) => {
    output += data;
  });
  return round();
}

const stop = (signal: NodeJS.Signals) =>
  new Promise((done) => {
    child.once('exit', (code, ended) => done({ code, ended }));
    child.kill(signal);
  });

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'podwright-')));
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  [output, seen] = ['', 0];
  write('values.ts', VALUES);
  write('main.ts', MAIN);
});
afterEach(async () => {
  if (child.exitCode === null && child.signalCode === null) await stop('SIGKILL');
  rmSync(folder, { recursive: true });
});

test('synthesizes again when a module of the app changes, and says what that does', async () => {
  expect(await start()).toBe('created dist/web.k8s.yaml\n');
  write('values.ts', VALUES.replace('1', '2'));
  const text = await round();
  expect(text).toMatch(/^values\.ts changed\n/);
  expect(text).toContain('spec.replicas: 1 -> 2');
  expect(manifest()).toContain('replicas: 2');
});

test('says so when a change of the app changes nothing, and takes no notice of other files', async () => {
  await start();
  write('notes.txt', 'nothing');
  write('main.ts', `${MAIN}// a comment\n`);
  expect(await round()).toBe('main.ts changed\n1 file in dist unchanged\n');
});

test.each([
  ['throws', 'throw new Error("no database");', 'main.ts failed: Error: no database'],
  ['does not parse', 'const (', 'main.ts failed: Error: Transform failed'],
  ['does not synthesize', 'export {};', 'main.ts ended without calling app.synth()'],
  ['makes what the server would refuse', MAIN.replace('...values', 'replicas: -1'), 'spec.replicas  Invalid value: -1'],
])('keeps the last good output while the app %s, and goes on', async (_name, broken, message) => {
  await start();
  const good = manifest();
  write('main.ts', broken);
  const text = await round();
  expect(text).toContain(message);
  expect(text).toContain('dist stays as it was.');
  expect(manifest()).toBe(good);
  write('main.ts', MAIN.replace('nginx:1.29', 'nginx:1.30'));
  expect(await round()).toContain('nginx:1.29 -> nginx:1.30');
});

test('waits for a module that is not there yet', async () => {
  rmSync(join(folder, 'values.ts'));
  expect(await start()).toContain("Cannot find module './values'");
  write('values.ts', VALUES);
  expect(await round()).toMatch(/^values\.ts changed\n.*creates the object/s);
});

test('heeds cdk8s.yaml', async () => {
  await start();
  write('cdk8s.yaml', 'aap: main.ts\n');
  expect(await round()).toContain('did you mean app?');
  write('cdk8s.yaml', 'output: manifests\n');
  await round();
  expect(existsSync(join(folder, 'manifests/web.k8s.yaml'))).toBe(true);
});

test('watches the working directory of an app that is a command, but for what the command itself writes there', async () => {
  write('cdk8s.yaml', 'app: cp web.yaml "$CDK8S_OUTDIR"/; date +%N > log.txt\n');
  write('web.yaml', 'apiVersion: v1\nkind: Namespace\nmetadata:\n  name: a\n');
  expect(await start()).toBe('created dist/web.yaml\n');
  write('web.yaml', 'apiVersion: v1\nkind: Namespace\nmetadata:\n  name: b\n');
  expect(await round()).toMatch(/^web\.yaml changed\n/);
  await new Promise((done) => setTimeout(done, 300));
  expect(output.slice(seen)).toBe('');
});

test.each(['SIGINT', 'SIGTERM'] as const)('%s stops it, cleanly', async (signal) => {
  await start();
  expect(await stop(signal)).toEqual({ code: 0, ended: null });
});
