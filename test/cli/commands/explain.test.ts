import { stringify } from 'yaml';
import { readManifests } from '../../../lib/manifest/read-manifests';
import { deployment, pod } from '../../simulation/scenario/workloads';
import { IMPORT, useWorkspace } from '../workspace';

const workspace = useWorkspace();
const yaml = (...objects: object[]) => objects.map((object) => stringify(object)).join('---\n');
const APP = `${IMPORT.replace('Pod }', 'Pod, Service }')}
const app = new App();
const chart = new Chart(app, 'shop');
const web = new Deployment(chart, 'web', { replicas: 3, containers: { web: { image: 'web:1', ports: { http: 8080 } } } });
new Service(chart, 'web', { selector: web, ports: { http: { port: 80, targetPort: 'http' } } });
app.synth();
`;

test('prints a rule as the rule list does', async () => {
  const { code, out, err } = await workspace.run('explain', 'valid-probe-success-threshold');
  expect([code, err]).toEqual([0, '']);
  expect(out).toMatch(/^### valid-probe-success-threshold\n\nA liveness or startup probe/);
});

test('explains an object of the app, with what its construct derived', async () => {
  workspace.write('main.ts', APP.replace("'web', { selector", "'shop', { selector"));
  const { code, out, err } = await workspace.run('explain', 'deployment/web');
  expect([code, err]).toEqual([0, '']);
  expect(out).toMatch(/^# Deployment\/web in default, as Kubernetes 1\.36 holds it$/m);
  expect(out).toMatch(/^ {2}name: web +# derived from its id$/m);
  expect(out).toMatch(/^ {2}replicas: 3 +# yours$/m);
  expect(out).toMatch(/^ {6}app: web +# derived from its name$/m);
  expect(out).toMatch(/^ {8}app: web +# derived from its selector$/m);
  expect(out).toMatch(/^ {2}revisionHistoryLimit: 10 +# default$/m);
  expect(out).toContain('3 pods, never more than 4 (maxSurge 25% is 1), never fewer than 3 available');
  expect(out).toContain('shop:80 TCP leads to 8080 of web');
  expect(out).toContain('no liveness probe: a container that hangs is never restarted');
  expect(out).toContain('# How it heals, simulated');
  expect(readManifests(out, { file: 'out.yaml' })).toMatchObject({
    problems: [],
    documents: [{ object: { kind: 'Deployment' } }],
  });
});

test('explains every object of a file, of standard input as well', async () => {
  workspace.input = yaml(pod(), { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'settings' } });
  const { code, out } = await workspace.run('explain', '-');
  expect(code).toBe(0);
  expect(out.match(/^# \S+\/\S+ in default, as Kubernetes/gm)).toHaveLength(2);
  expect(out).toContain(
    '# Container web\n#   Liveness   http-get http://:http/healthy delay=0s timeout=1s period=10s #success=1 #failure=3\n',
  );
});

test('--format json gives place, value and who set it', async () => {
  workspace.write('web.yaml', yaml(deployment({ replicas: 2 })));
  const { out } = await workspace.run('explain', 'web.yaml', '--format', 'json', '--kube-version', '1.30');
  expect(JSON.parse(out)).toMatchObject({
    object: { kind: 'Deployment', name: 'web', namespace: 'default' },
    kubeVersion: '1.30',
    values: expect.arrayContaining([
      { path: 'spec.replicas', value: 2, origin: 'yours' },
      { path: 'spec.strategy.rollingUpdate.maxSurge', value: '25%', origin: 'default' },
    ]),
    pods: { qosClass: 'BestEffort', rollout: { most: 3, least: 2 } },
    healing: { restartsInOutage: 0 },
  });
});

test('--minimal prints what the server would not fill in, with every value', async () => {
  const container = {
    name: 'web',
    image: 'web:1',
    imagePullPolicy: 'IfNotPresent',
    env: [{ name: 'TOKEN', value: 'hunter2' }],
  };
  workspace.write('web.yaml', yaml(pod(container)));
  const { code, out } = await workspace.run('explain', 'web.yaml', '--minimal');
  const { imagePullPolicy: _, ...least } = container;
  expect([code, out]).toEqual([0, yaml(pod(least))]);
});

test('secrets are not printed', async () => {
  const container = {
    name: 'web',
    image: 'web:1',
    env: [{ name: 'TOKEN', value: 'hunter2' }],
    args: ['--password=hunter2'],
  };
  const secret = {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name: 's' },
    data: { a: 'aHVudGVyMg==' },
    stringData: { b: 'hunter2' },
  };
  workspace.write('web.yaml', yaml(pod(container), secret));
  for (const format of ['text', 'json']) {
    const { out } = await workspace.run('explain', 'web.yaml', '--format', format);
    expect(out).not.toMatch(/hunter2|aHVudGVyMg/);
    expect(out).toContain('<hidden>');
  }
});

test('what the server would refuse is said instead', async () => {
  workspace.write('web.yaml', yaml({ ...deployment(), spec: { replicas: 1 } }));
  const { code, out, err } = await workspace.run('explain', 'web.yaml');
  expect([code, out]).toEqual([1, '']);
  expect(err).toMatch(/spec\.selector/);
});

test('an object of the same name and another kind is another object', async () => {
  workspace.write('main.ts', `${APP.replace("'web', { selector", "'shop', { selector")}`);
  const { out } = await workspace.run('explain', 'Service/shop');
  expect(out).toMatch(/^ {4}app: web +# derived from Deployment\/web$/m);
});

test.each([
  [['explain'], 'name a file, an object as KIND/NAME, or a rule.'],
  [['explain', 'valid-probe-sucess-threshold'], 'did you mean valid-probe-success-threshold?'],
  [['explain', 'zzz'], "there is no rule 'zzz'. Objects are named as KIND/NAME."],
  [['explain', 'web.yaml', 'Pod/wbe'], 'there is no Pod/wbe; did you mean Pod/web?'],
  [['explain', 'nowhere.yaml', 'other.yaml'], 'nowhere.yaml does not exist.'],
  [['explain', 'web.yaml', '--format', 'sarif'], '--format sarif is not known; give text or json.'],
  [['explain', 'web.yaml', '--kube-version', '1.2'], "Kubernetes version '1.2' is not known"],
  [['explain', 'bad.yaml'], 'bad.yaml:1'],
])('wrong use %j is answered with what is right', async (args, message) => {
  workspace.write('web.yaml', yaml(pod()));
  workspace.write('bad.yaml', 'a: [');
  const { code, err } = await workspace.run(...args);
  expect([code, err]).toEqual([2, expect.stringContaining(message)]);
});
