import { IMPORT, useWorkspace } from './workspace';

const workspace = useWorkspace();

const app = (replicas: number) => `${IMPORT}
const app = new App();
new Deployment(new Chart(app, 'web'), 'web', { replicas: ${replicas}, containers: { app: { image: 'nginx:1.29' } } });
app.synth();
`;

async function synthThenChange(main: string): Promise<void> {
  workspace.write('earlier.ts', app(3));
  await workspace.run('synth', '--app', 'earlier.ts');
  workspace.write('main.ts', main);
}

test('what is up to date is said to be, with exit code 0', async () => {
  await synthThenChange(app(3));
  expect(await workspace.run('synth', '--check')).toEqual({ code: 0, out: '', err: 'dist is up to date\n' });
});

test('what is not is shown with its effects, with exit code 1, and nothing is written', async () => {
  await synthThenChange(app(2));
  const before = workspace.read('dist/web.k8s.yaml');
  const { code, out, err } = await workspace.run('synth', '--check');
  expect([code, out]).toEqual([1, '']);
  expect(err.split('\n')).toEqual([
    'dist/web.k8s.yaml  out of date',
    '',
    'Deployment/web  dist/web.k8s.yaml:1',
    '  lowers availability: 2 pods instead of 3',
    '  scales: from 3 to 2',
    '  ~ spec.replicas: 3 -> 2  [lowers availability, scales]',
    '',
    '1 file, 1 object differ',
    'dist is not what the app renders: run `podwright synth` and commit the result.',
    '',
  ]);
  expect(workspace.read('dist/web.k8s.yaml')).toBe(before);
});

test('a fresh clone without the output folder misses its files', async () => {
  workspace.write('main.ts', app(3));
  const { code, err } = await workspace.run('synth', '--check');
  expect([code, err.split('\n')[1]]).toEqual([1, 'dist/web.k8s.yaml  missing']);
  expect(workspace.files()).toEqual(['main.ts']);
});

test('what the server would refuse fails as well, though it is committed so', async () => {
  await synthThenChange(app(-1));
  workspace.write('dist/web.k8s.yaml', workspace.read('dist/web.k8s.yaml').replace('replicas: 3', 'replicas: -1'));
  const { code, err } = await workspace.run('synth', '--check');
  expect(code).toBe(1);
  expect(err).toContain('spec.replicas  Invalid value: -1');
  expect(err).not.toContain('out of date');
  expect(err).not.toContain('up to date');
});

test('json has files, objects and findings in one document', async () => {
  await synthThenChange(app(-1));
  const { code, out } = await workspace.run('synth', '--check', '--format', 'json');
  const { files, objects, diagnostics } = JSON.parse(out);
  expect([code, files[0].state, objects[0].fields[0].field, diagnostics[0].field]).toEqual([
    1,
    'changed',
    'spec.replicas',
    'spec.replicas',
  ]);
});

test('github annotates the findings and the differences on standard output', async () => {
  await synthThenChange(app(-1));
  const { out } = await workspace.run('synth', '--check', '--format', 'github');
  const titles = out
    .trimEnd()
    .split('\n')
    .map((line) => /title=([^:]*)/.exec(line)?.[1]);
  expect(titles).toEqual([expect.stringMatching(/^valid-/), 'out of date', 'Deployment/web']);
});

test.each([
  [['--check', '--stdout'], '--check and --stdout exclude each other.'],
  [
    ['--check', '--format', 'sarif'],
    '--format sarif is not known for differences; give one of text, json, github, markdown.',
  ],
])('wrong use %j is answered with what is right', async (args, message) => {
  workspace.write('main.ts', app(1));
  expect(await workspace.run('synth', ...args)).toEqual({ code: 2, out: '', err: `podwright: ${message}\n` });
});
