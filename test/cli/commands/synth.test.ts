import { IMPORT, useWorkspace } from '../workspace';

const workspace = useWorkspace();

const app = (body: string) => `${IMPORT}
const app = new App();
const chart = new Chart(app, 'web');
${body}
app.synth();
`;
const valid = app("new Pod(chart, 'web', { containers: { app: { image: 'nginx:1.29' } } });");
const invalid = app(`new Deployment(chart, 'web', {
  containers: {
    app: { image: 'nginx:1.29', livenessProbe: { tcpSocket: { port: 80 }, successThreshold: 2 as 1 } },
  },
});`);

test('writes the manifests of main.ts to dist, and says so', async () => {
  workspace.write('main.ts', valid);
  expect(await workspace.run('synth')).toEqual({ code: 0, out: '', err: 'created dist/web.k8s.yaml\n' });
  expect(workspace.read('dist/web.k8s.yaml')).toBe(
    'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: app\n      image: nginx:1.29\n',
  );
});

test.each([
  ['honours cdk8s.yaml', ['synth'], 'manifests'],
  ['honours options above cdk8s.yaml', ['synth', '--output', 'other', '--app', 'apps/shop.ts'], 'other'],
])('%s', async (_name, args, output) => {
  workspace.write('apps/shop.ts', valid);
  workspace.write('cdk8s.yaml', `app: ${args.length > 1 ? 'missing.ts' : 'npx tsx apps/shop.ts'}\noutput: manifests\n`);
  expect(await workspace.run(...args)).toMatchObject({ code: 0 });
  expect(workspace.files()).toEqual(['apps/shop.ts', 'cdk8s.yaml', `${output}/.podwright`, `${output}/web.k8s.yaml`]);
});

test('prints nothing but YAML on standard output with --stdout, and writes nothing', async () => {
  workspace.write('main.ts', valid);
  const { code, out, err } = await workspace.run('synth', '--stdout');
  expect([code, out.split('\n')[0], err]).toEqual([0, 'apiVersion: v1', '']);
  expect(workspace.files()).toEqual(['main.ts']);
});

test('prints all manifests in the order in which they are to be applied, whatever their files', async () => {
  workspace.write(
    'main.ts',
    `${IMPORT}
import { ApiObject } from 'cdk8s';
const app = new App();
new Pod(new Chart(app, 'a'), 'web', { containers: { app: { image: 'nginx:1.29' } } });
new ApiObject(new Chart(app, 'b'), 'shop', { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop' } });
app.synth();
`,
  );
  const { out } = await workspace.run('synth', '--stdout');
  expect(out.match(/^kind: \w+/gm)).toEqual(['kind: Namespace', 'kind: Pod']);
});

test('two apps of a script that would write one file are refused', async () => {
  const one = `{ const app = new App(); new Chart(app, 'web'); app.synth(); }\n`;
  workspace.write('main.ts', `${IMPORT}\n${one}${one}`);
  expect(await workspace.run('synth')).toMatchObject({
    code: 2,
    err: expect.stringContaining('two apps of the script would both write web.k8s.yaml'),
  });
});

test('a manifest that the server would refuse is named by construct, line of code, line of YAML, reason and fix', async () => {
  workspace.write('main.ts', invalid);
  workspace.write('dist/web.k8s.yaml', 'as it was\n');
  const { code, out, err } = await workspace.run('synth', '--format', 'json');
  expect(code).toBe(1);
  expect(JSON.parse(out)).toEqual([
    {
      rule: expect.stringMatching(/^valid-probe/),
      severity: 'error',
      reason: 'FieldValueInvalid',
      object: { index: 0, apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' },
      field: 'spec.template.spec.containers[0].livenessProbe.successThreshold',
      path: ['spec', 'template', 'spec', 'containers', 0, 'livenessProbe', 'successThreshold'],
      message: 'Invalid value: 2: must be 1',
      fix: expect.any(String),
      construct: 'web/web',
      source: { file: 'main.ts', line: 4, column: 1 },
      yaml: { file: 'dist/web.k8s.yaml', line: 20, column: expect.any(Number) },
      kubeVersions: ['1.36'],
    },
  ]);
  expect(err).toBe('Nothing was written.\n');
  expect(workspace.read('dist/web.k8s.yaml')).toBe('as it was\n');
});

test('two objects of one name are an error that names both constructs', async () => {
  workspace.write(
    'main.ts',
    app(`new Pod(chart, 'web', { containers: { app: { image: 'nginx:1.29' } } });
new Pod(new Chart(app, 'other'), 'again', { metadata: { name: 'web' }, containers: { app: { image: 'nginx:1.29' } } });`),
  );
  const { code, err } = await workspace.run('synth');
  expect(code).toBe(1);
  expect(err).toContain('metadata.name  Duplicate value: "web"');
  expect(err).toContain('Pod/web  web/web');
  expect(err).toContain('at main.ts:4:1');
  expect(err).toContain('the other: other/again at main.ts:5:1');
});

test('a constructs-only app of cdk8s is synthesized, validated and named by its lines', async () => {
  workspace.write(
    'main.ts',
    `import { App, Chart } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
const app = new App();
const chart = new Chart(app, 'shop');
new kplus.Deployment(chart, 'web', { replicas: -1, containers: [{ image: 'nginx:1.29' }] });
app.synth();
`,
  );
  const { code, err } = await workspace.run('synth');
  expect(code).toBe(1);
  expect(err).toContain('spec.replicas  Invalid value: -1');
  expect(err).toContain('main.ts:5:1');
});

test.each([
  ['no app', undefined, 'main.ts does not exist; name the app'],
  ['an app that throws', 'throw new Error("no database");', 'main.ts failed: Error: no database'],
  ['an app that never synthesizes', 'export {};', 'main.ts ended without calling app.synth()'],
])('%s is a failure with a remedy, and nothing is written', async (_name, main, message) => {
  if (main !== undefined) workspace.write('main.ts', main);
  if (main === 'export {};') setTimeout(() => process.emit('beforeExit', 0), 500);
  const { code, err } = await workspace.run('synth');
  expect(code).toBe(2);
  expect(err).toContain(message);
  expect(workspace.files().filter((file) => file.startsWith('dist'))).toEqual([]);
});

test.each([
  [['synth', '--ouput', 'x'], 'synth has no option --ouput; did you mean --output?'],
  [['synth', '--format', 'xml'], '--format xml is not known; give one of text, json, sarif, junit, github.'],
  [['synth', '--kube-version', '1.99'], "Kubernetes version '1.99' is not known"],
  [['synth', 'main.ts'], 'synth takes no operands.'],
  [['snyth'], "there is no command 'snyth'; did you mean synth? See `podwright --help`."],
])('wrong use %j is answered with what is right', async (args, message) => {
  workspace.write('main.ts', valid);
  const { code, err } = await workspace.run(...args);
  expect(code).toBe(2);
  expect(err).toContain(message);
});
