import { stringify } from 'yaml';
import { deployment, pod } from '../../simulation/scenario/workloads';
import { IMPORT, useWorkspace } from '../workspace';

const workspace = useWorkspace();
const yaml = (...objects: object[]) => objects.map((object) => stringify(object)).join('---\n');
const named = (name: string) => ({ ...pod(), metadata: { name } });

test('prints the timeline of the only workload of a file', async () => {
  workspace.write('web.yaml', yaml(pod(), { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'settings' } }));
  const { code, out, err } = await workspace.run(
    'simulate',
    'web.yaml',
    '--scenario',
    'slow-start=20s',
    '--scenario',
    'hang=2m',
  );
  expect([code, err]).toEqual([0, '']);
  expect(out).toContain('Pod/web  slow-start=20s hang=2m  5m, Kubernetes 1.36');
  expect(out).toMatch(/^web +1\/1 +Running +1 \(\dm\d+s ago\) +4m59s$/m);
});

test('simulates the object of the app that is named', async () => {
  workspace.write(
    'main.ts',
    `${IMPORT}
const app = new App();
const chart = new Chart(app, 'web');
new Deployment(chart, 'web', { replicas: 2, containers: { web: { image: 'web:1' } } });
new Pod(chart, 'other', { containers: { web: { image: 'web:1' } } });
app.synth();
`,
  );
  const { code, out } = await workspace.run('simulate', 'Deployment/web', '-s', 'drain');
  expect(code).toBe(0);
  expect(out).toContain('node-2 drained');
  expect(workspace.files()).toEqual(['main.ts']);
});

test('--format json is the timeline with what it comes to', async () => {
  workspace.write('web.yaml', yaml(deployment({ replicas: 2 })));
  const { out } = await workspace.run('simulate', 'web.yaml', '-s', 'delete-pod', '--format', 'json');
  expect(JSON.parse(out)).toMatchObject({
    object: { kind: 'Deployment', name: 'web' },
    kubeVersion: '1.36',
    pods: [{ name: 'web-r1-1' }, { name: 'web-r1-2' }, { name: 'web-r1-3' }],
    outcome: { servesAtEnd: true, restarts: 0 },
  });
});

test('a PodDisruptionBudget beside the workload holds a drain back', async () => {
  const budget = {
    apiVersion: 'policy/v1',
    kind: 'PodDisruptionBudget',
    metadata: { name: 'web' },
    spec: { minAvailable: 2, selector: { matchLabels: { app: 'web' } } },
  };
  workspace.write('web.yaml', yaml(deployment({ replicas: 2 }), budget));
  const { out } = await workspace.run('simulate', 'web.yaml', '-s', 'drain');
  expect(out).toMatch(/violate the pod's disruption budget/);
});

test('--svg and --html write files', async () => {
  workspace.write('web.yaml', yaml(pod()));
  expect(await workspace.run('simulate', 'web.yaml', '--svg', 'web.svg')).toMatchObject({ code: 0 });
  expect(workspace.read('web.svg')).toMatch(/^<svg /);
});

test('a manifest that the server would refuse is not simulated', async () => {
  workspace.write('web.yaml', yaml({ ...deployment(), spec: { replicas: 1 } }));
  const { code, out, err } = await workspace.run('simulate', 'web.yaml');
  expect([code, out]).toEqual([1, '']);
  expect(err).toMatch(/spec\.selector/);
});

test('--scenarios lists words and names', async () => {
  const { code, out } = await workspace.run('simulate', '--scenarios');
  expect(code).toBe(0);
  expect(out).toMatch(/^ {2}slow-start=DURATION +.*\(default 40s\)$/m);
  expect(out).toMatch(/^ {2}crash-loop +/m);
});

test.each([
  [['two.yaml'], /name one of Pod\/a, Pod\/b\./],
  [['two.yaml', 'Pod/c'], /there is no Pod\/c/],
  [['two.yaml', 'Pod/a', '--scenario', 'drian'], /did you mean drain\?/],
  [['two.yaml', 'Pod/a', '--format', 'sarif'], /give text or json/],
  [['two.yaml', 'Pod/a', '--nodes', '0'], /--nodes 0 is not a number/],
  [['two.yaml', 'Pod/a', '-s', 'scale=3'], /has no replicas to scale/],
  [['none.yaml'], /there is no object that makes pods/],
])('refuses %j', async (args, message) => {
  workspace.write('two.yaml', yaml(named('a'), named('b')));
  workspace.write('none.yaml', yaml({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'settings' } }));
  const { code, err } = await workspace.run('simulate', ...args);
  expect(code).toBe(2);
  expect(err).toMatch(message);
});
