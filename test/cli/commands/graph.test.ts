import { stringify } from 'yaml';
import { deployment } from '../../simulation/scenario/workloads';
import { IMPORT, useWorkspace } from '../workspace';

const workspace = useWorkspace();
const yaml = (...objects: object[]) => objects.map((object) => stringify(object)).join('---\n');
const service = (name: string, app = name) => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name },
  spec: { selector: { app }, ports: [{ port: 80 }] },
});

test('prints the app as Mermaid', async () => {
  workspace.write(
    'main.ts',
    `${IMPORT}
const app = new App();
const chart = new Chart(app, 'shop');
new Deployment(chart, 'web', { containers: { web: { image: 'web:1' } } });
app.synth();
`,
  );
  const { code, out, err } = await workspace.run('graph');
  expect([code, err]).toEqual([0, '']);
  expect(out).toMatch(/^flowchart LR\n {2}n0\["Deployment<br><b>web<\/b><br>web<br>1 pod"\]\n/);
  expect(workspace.files()).toEqual(['main.ts']);
});

test('of files and of standard input', async () => {
  workspace.write('k8s/web.yaml', yaml(deployment()));
  workspace.input = yaml(service('web'));
  const { out } = await workspace.run('graph', 'k8s', '-');
  expect(out).toContain('n1 -->|"80"| n0');
});

test('an object that is named comes with what it is tied to', async () => {
  workspace.write('web.yaml', yaml(deployment(), service('web'), service('other'), deployment({ name: 'other' })));
  const { out } = await workspace.run('graph', 'web.yaml', 'Deployment/other');
  expect(out.match(/<b>(\w+)<\/b>/g)).toEqual(['<b>other</b>', '<b>other</b>']);
});

test('--svg writes a picture, --format gives it or its data', async () => {
  workspace.write('web.yaml', yaml(deployment(), service('old')));
  expect(await workspace.run('graph', 'web.yaml', '--svg', 'graph.svg')).toEqual({ code: 0, out: '', err: '' });
  expect(workspace.read('graph.svg')).toMatch(/^<svg .*web\.yaml: 2 objects; 1 dashed reference leads nowhere/);
  expect((await workspace.run('graph', 'web.yaml', '--format', 'svg')).out).toBe(workspace.read('graph.svg'));
  const { out } = await workspace.run('graph', 'web.yaml', '--format', 'json');
  expect(JSON.parse(out)).toMatchObject({
    nodes: [{ id: 'Deployment/default/web' }, { id: 'Service/default/old' }, { presence: 'missing' }],
    edges: [{ from: 'Service/default/old', dangling: true }],
  });
});

test.each([
  [['graph', 'web.yaml', '--format', 'png'], '--format png is not known; give mermaid, svg or json.'],
  [['graph', 'web.yaml', 'Pod/web'], 'there is no Pod/web; there are Deployment/web.'],
  [['graph', 'nowhere.yaml', 'web.yaml'], 'nowhere.yaml does not exist.'],
])('wrong use %j is answered with what is right', async (args, message) => {
  workspace.write('web.yaml', yaml(deployment()));
  const { code, err } = await workspace.run(...args);
  expect([code, err]).toEqual([2, expect.stringContaining(message)]);
});
