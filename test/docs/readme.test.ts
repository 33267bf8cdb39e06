import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { useWorkspace } from '../cli/workspace';

const ROOT = join(__dirname, '../..');
const README = readFileSync(join(ROOT, 'README.md'), 'utf8');

/** The code blocks of a language, in order. */
const blocks = (language: string) =>
  [...README.matchAll(new RegExp(`\`\`\`${language}\\n(.*?)\`\`\``, 'gs'))].map((match) => match[1] ?? '');

const workspace = useWorkspace();

test('the example, run as printed, gives the printed YAML', async () => {
  const [main = ''] = blocks('ts');
  workspace.write('main.ts', main.replace("'podwright'", `'${join(ROOT, 'lib')}'`));
  expect(await workspace.run('synth')).toEqual({ code: 0, out: '', err: 'created dist/kuard.k8s.yaml\n' });
  expect(workspace.read('dist/kuard.k8s.yaml')).toBe(blocks('yaml')[0]);
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
  expect((await workspace.run('synth')).err).toBe(blocks('text')[0]);
});

test('every script that it names exists', () => {
  const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };
  const named = [...README.matchAll(/npm run ([a-z:-]+)/g)].map((match) => match[1] ?? '');
  expect(named.filter((name) => !scripts[name])).toEqual([]);
});

test('every file that it links exists', () => {
  for (const [, file = ''] of README.matchAll(/\]\(([^)#:]+)\)/g))
    expect([file, existsSync(join(ROOT, file))]).toEqual([file, true]);
});
