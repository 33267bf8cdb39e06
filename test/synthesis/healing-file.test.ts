import { App, Chart, Deployment, render } from '../../lib';
import { readConfig } from '../../lib/synthesis/config';
import { IMPORT, useWorkspace } from '../cli/workspace';

const workspace = useWorkspace();
const app = (props = '', failureThreshold = 3) => `${IMPORT}
const app = new App(${props});
const chart = new Chart(app, 'web');
new Deployment(chart, 'web', {
  containers: {
    web: { image: 'web:1', livenessProbe: { tcpSocket: { port: 80 }, failureThreshold: ${failureThreshold} } },
  },
});
app.synth();
`;

test.each([
  ['new App({ healing: true })', '{ healing: true }', undefined, true],
  ['healing: true in cdk8s.yaml', '', 'healing: true\n', true],
  ['the app, whatever cdk8s.yaml says', '{ healing: false }', 'healing: true\n', false],
  ['nothing', '', undefined, false],
])('%s decides on HEALING.md', async (_name, props, config, isWritten) => {
  workspace.write('main.ts', app(props));
  if (config) workspace.write('cdk8s.yaml', config);
  expect(await workspace.run('synth')).toMatchObject({ code: 0 });
  expect(workspace.files().includes('dist/HEALING.md')).toBe(isWritten);
});

test('synth --check covers it: a changed number shows', async () => {
  workspace.write('strict.ts', app('{ healing: true }'));
  workspace.write('lenient.ts', app('{ healing: true }', 9));
  await workspace.run('synth', '--app', 'strict.ts');
  const before = workspace.read('dist/HEALING.md');
  expect(before).toMatch(/\| Deployment\/web \| never \| never \| 0 \| 29s \|/);
  const { code, err } = await workspace.run('synth', '--check', '--app', 'lenient.ts');
  expect([code, err]).toEqual([1, expect.stringMatching(/dist\/HEALING\.md +out of date/)]);
  expect(workspace.read('dist/HEALING.md')).toBe(before);
});

test('the report goes when it is no longer asked for', async () => {
  workspace.write('with.ts', app('{ healing: true }'));
  workspace.write('without.ts', app());
  await workspace.run('synth', '--app', 'with.ts');
  expect((await workspace.run('synth', '--app', 'without.ts')).err).toMatch(/removed dist\/HEALING\.md/);
});

test('render gives it, too, for the version of the app', () => {
  const root = new App({ healing: true, kubeVersion: '1.34' });
  new Deployment(new Chart(root, 'web'), 'web', { containers: { web: { image: 'web:1' } } });
  const files = render(root);
  expect(files.map(({ path }) => path)).toEqual(['HEALING.md', 'web.k8s.yaml']);
  expect(files[0]?.content).toContain('for Kubernetes 1.34');
});

test('healing in cdk8s.yaml is true or false', () => {
  workspace.write('cdk8s.yaml', 'healing: "yes"\n');
  expect(() => readConfig(process.cwd())).toThrow(expect.objectContaining({ code: 'ERR_CONFIG' }));
});
