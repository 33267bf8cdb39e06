import { useWorkspace } from '../workspace';

const workspace = useWorkspace();

const POD =
  'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: app\n      image: nginx:1.29\n';
const BAD = POD.replace('name: app', 'name: App');

test('accepts good manifests, and says how many', async () => {
  workspace.write('k8s/a.yaml', POD);
  workspace.write('k8s/sub/b.yml', `${POD}---\n${POD}`);
  workspace.write('k8s/notes.txt', 'not a manifest');
  expect(await workspace.run('validate', 'k8s')).toEqual({
    code: 0,
    out: '',
    err: '3 objects validated for Kubernetes 1.36\n',
  });
});

test('names file, line and column, shows the line, and gives the fix', async () => {
  workspace.write('pod.yaml', BAD);
  const { code, err } = await workspace.run('validate', 'pod.yaml');
  expect(code).toBe(1);
  expect(err).toContain('spec.containers[0].name  Invalid value: "App"');
  expect(err).toContain('at pod.yaml:7:7');
  expect(err).toContain('7 |     - name: App');
});

test('reads standard input', async () => {
  workspace.input = BAD;
  const { code, err } = await workspace.run('validate', '-');
  expect([code, err.includes('at stdin:7:7'), err.includes('- name: App')]).toEqual([1, true, true]);
});

test('expands globs, and gives each file once', async () => {
  workspace.write('k8s/a.yaml', POD);
  workspace.write('k8s/deep/b.yaml', BAD);
  const { code, out } = await workspace.run('validate', 'k8s/**/*.yaml', 'k8s/deep/b.yaml', '--format', 'json');
  expect(code).toBe(1);
  expect(JSON.parse(out)).toEqual([
    expect.objectContaining({
      object: expect.objectContaining({ index: 1 }),
      yaml: { file: 'k8s/deep/b.yaml', line: 7, column: 7 },
    }),
  ]);
});

test('prints a matrix for several versions', async () => {
  workspace.write('pod.yaml', `${POD}      restartPolicyRules: []\n`);
  const { code, err } = await workspace.run('validate', 'pod.yaml', '--kube-version', '1.32..1.36');
  expect(code).toBe(1);
  expect(err).toContain(
    '1.32 1.33 1.34 1.35 1.36\nPod/web spec.containers[0].restartPolicyRules no-unknown-field  x    x    .    .    .\n',
  );
  expect(err).toContain('is known since Kubernetes 1.34');
});

test('skips what is no manifest, with the reason', async () => {
  workspace.write('kustomization.yaml', 'resources:\n  - a.yaml\n');
  const { code, err } = await workspace.run('validate', 'kustomization.yaml');
  expect([code, err]).toEqual([0, expect.stringMatching(/kustomization\.yaml:1 skipped: .*ustom/)]);
});

test('passes over what else lies in a folder, and checks it when it is named', async () => {
  workspace.write('app/pod.yaml', POD);
  workspace.write('app/mkdocs.yml', 'site_name: web\nplugins:\n  - !!python/name:a.b\n');
  workspace.write('app/package.json', '{ "name": "web", "version": "1.0.0" }\n');
  workspace.write('app/tasks.yml', '- name: install\n  apt: curl\n');
  const { code, err } = await workspace.run('validate', 'app');
  expect([code, err]).toEqual([0, expect.stringContaining('1 object validated')]);
  for (const file of ['mkdocs.yml', 'package.json', 'tasks.yml']) expect(err).toContain(`app/${file}:1 skipped: `);
  expect((await workspace.run('validate', 'app/**/*.json')).code).toBe(0);
  expect((await workspace.run('validate', 'app', 'app/package.json')).code).toBe(1);
});

test.each([
  ['half of its type', 'kind: Pod\nmetadata:\n  name: web\n'],
  ['a type in other letters', 'apiversion: v1\nKind: Pod\n'],
  ['a type that cannot be read', '\tapiVersion: v1\n kind: [Pod\n'],
  ['a type in one of its documents', `${POD}---\nspec: {}\n`],
])('does not pass over a file with %s', async (_name, text) => {
  workspace.write('app/pod.yaml', text);
  expect((await workspace.run('validate', 'app')).code).toBe(1);
});

test('reports mistakes of the text, and looks at the rest', async () => {
  workspace.write('pod.yaml', POD.replace('    - name: app', '\t- name: App'));
  const { code, out } = await workspace.run('validate', 'pod.yaml', '--format', 'json');
  expect(code).toBe(1);
  expect((JSON.parse(out) as { rule: string }[]).map(({ rule }) => rule)).toEqual([
    'no-tab-indentation',
    'valid-container-name',
  ]);
});

test('never shows the values of Secrets or environment variables', async () => {
  const secret = 'apiVersion: v1\nkind: Secret\nmetadata:\n  name: web\ndata:\n  password: "hunter2!"\n';
  const env = `${POD}      env:\n        - name: PASSWORD\n          value: 31337\n`;
  workspace.write('all.yaml', `${secret}---\n${env}`);
  for (const format of ['text', 'json', 'sarif', 'junit', 'github']) {
    const { code, out, err } = await workspace.run('validate', 'all.yaml', '--format', format);
    expect([format, code, /hunter2|31337/.test(out + err)]).toEqual([format, 1, false]);
  }
});

test.each([
  [['validate'], 'name the files or folders to validate'],
  [['validate', 'missing.yaml'], 'missing.yaml does not exist.'],
  [['validate', 'none/*.yaml'], 'none/*.yaml matches no file.'],
])('wrong use %j is answered with what is right', async (args, message) => {
  const { code, err } = await workspace.run(...args);
  expect([code, err]).toEqual([2, expect.stringContaining(message)]);
});

test('does not change what it reads', async () => {
  workspace.write('pod.yaml', BAD);
  await workspace.run('validate', 'pod.yaml');
  expect([workspace.files(), workspace.read('pod.yaml')]).toEqual([['pod.yaml'], BAD]);
});

describe('custom resources', () => {
  const WIDGET = 'apiVersion: example.com/v1\nkind: Widget\nmetadata:\n  name: web\nspec:\n  size: big\n';
  const DEFINITION = `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata:
  name: widgets.example.com
spec:
  group: example.com
  names: { kind: Widget, plural: widgets }
  scope: Namespaced
  versions:
    - name: v1
      served: true
      storage: true
      schema:
        openAPIV3Schema:
          type: object
          properties:
            spec: { type: object, properties: { size: { type: integer } } }
`;

  test('are checked against a definition in any file, also one that is read later', async () => {
    workspace.write('a-widget.yaml', WIDGET);
    workspace.write('b/definition.yaml', DEFINITION);
    const { code, err } = await workspace.run('validate', '.');
    expect([code, err]).toEqual([1, expect.stringContaining('at a-widget.yaml:6:3')]);
    expect(err).toContain('spec.size');
  });

  test('are checked against a definition from standard input', async () => {
    workspace.write('widget.yaml', WIDGET);
    workspace.input = DEFINITION;
    expect(await workspace.run('validate', 'widget.yaml', '-')).toMatchObject({ code: 1 });
  });

  test('without a definition are reported once for a kind, at the first, with how many there are', async () => {
    workspace.write('a.yaml', `${WIDGET}---\n${WIDGET}`);
    workspace.write('b.yaml', WIDGET);
    const { code, out } = await workspace.run('validate', '.', '--format', 'json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual([
      expect.objectContaining({
        rule: 'unchecked-custom-resource',
        severity: 'info',
        count: 3,
        message: expect.stringContaining('(3 objects)'),
        yaml: { file: 'a.yaml', line: 1, column: 1 },
      }),
    ]);
  });
});
