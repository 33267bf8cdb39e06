import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { useWorkspace } from '../cli/workspace';
import { codeOf, ROOT, textOf } from './pages';

const PAGE = 'README.md';

const workspace = useWorkspace();

test('the example, run as printed, gives the printed YAML', async () => {
  workspace.write('main.ts', codeOf(PAGE, 'ts').replace("'podwright'", `'${join(ROOT, 'lib')}'`));
  expect(await workspace.run('synth')).toEqual({ code: 0, out: '', err: 'created dist/kuard.k8s.yaml\n' });
  expect(workspace.read('dist/kuard.k8s.yaml')).toBe(codeOf(PAGE, 'yaml'));
});

test('the error is what a mistake gives', async () => {
  workspace.write(
    'main.ts',
    `import { App, Chart, Deployment } from '${join(ROOT, 'lib')}';

const app = new App();
const chart = new Chart(app, 'shop');

new Deployment(chart, 'web', {
  containers: {
    web: {
      image: 'nginx:1.29',
      ports: { http: 80 },
      livenessProbe: { tcpSocket: { port: 'http' }, successThreshold: 2 as 1 },
    },
  },
});

app.synth();
`,
  );
  expect((await workspace.run('synth')).err).toBe(codeOf(PAGE, 'text'));
});

test('every script that it names exists', () => {
  const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };
  const named = [...textOf(PAGE).matchAll(/npm run ([a-z:-]+)/g)].map((match) => match[1] ?? '');
  expect(named.filter((name) => !scripts[name])).toEqual([]);
});
