import { join } from 'node:path';
import { version } from '../../package.json';
import { useProgram } from './program';

const ROOT = join(__dirname, '../..');

const program = useProgram();
const { run, write } = program;

const APP = `import { App, Chart, Pod } from '${join(ROOT, 'build/lib')}';
import type { AppProps } from '${join(ROOT, 'build/lib')}';
const props: AppProps = {};
async function main(): Promise<void> {
  const app = new App(props);
  new Pod(new Chart(app, 'web'), 'web', { containers: { app: { image: 'nginx:1.29', tty: TTY as never } } });
  await new Promise((done) => setTimeout(done, 20));
  app.synth();
}
main();
`;

test('the built program synthesizes an app that waits before it does, twice', () => {
  write('main.ts', APP.replace('TTY', 'true'));
  expect(run('synth', '--profile', 'none')).toEqual({ code: 0, out: '', err: 'created dist/web.k8s.yaml\n' });
  expect(run('synth', '--profile', 'none')).toEqual({ code: 0, out: '', err: '1 file in dist unchanged\n' });
});

test('a finding names the line of TypeScript, not that of the JavaScript which runs', () => {
  write('main.ts', APP.replace('TTY', '"yes"'));
  const { code, err } = run('synth');
  expect(code).toBe(1);
  expect(err).toContain('spec.containers[0].tty');
  expect(err).toContain('at main.ts:6:3, dist/web.k8s.yaml:9');
});

test('an app that fails is named with its line', () => {
  write('main.ts', 'const a: number = 1;\n\nthrow new TypeError("no " + a);\n');
  expect(run('synth')).toMatchObject({
    code: 2,
    err: expect.stringMatching(/main\.ts failed: TypeError: no 1\n.*main\.ts:3:7/),
  });
});

test('an app that never synthesizes is told so', () => {
  write('main.ts', 'export {};\n');
  expect(run('synth')).toMatchObject({ code: 2, err: expect.stringContaining('ended without calling app.synth()') });
});

test('a script of cdk8s in TypeScript with imports by .js names, and import.meta, works', () => {
  write('names.ts', 'export const name: string = "web";\n');
  write(
    'main.ts',
    "import { ApiObject, App, Chart } from 'cdk8s';\nimport { name } from './names.js';\nimport { fileURLToPath } from 'node:url';\nif (!fileURLToPath(import.meta.url).endsWith('main.ts')) throw new Error(import.meta.url);\nconst app = new App();\nnew ApiObject(new Chart(app, name), 'x', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name } });\napp.synth();\n",
  );
  expect(run('synth', '--profile', 'none')).toEqual({ code: 0, out: '', err: 'created dist/web.k8s.yaml\n' });
  expect(program.read('dist/web.k8s.yaml')).toBe('apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: web\n');
});

test('tells its version and its commands', () => {
  expect(run('--version')).toEqual({ code: 0, out: `${version}\n`, err: '' });
  expect(run('--help').out).toMatch(/^ {2}synth .*\n {2}validate /m);
  expect(run('synth', '--help').out).toContain('--kube-version');
});
