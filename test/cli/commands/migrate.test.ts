import { readdirSync, readFileSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import { mistakes } from '../study-note-mistakes';
import { useWorkspace } from '../workspace';

const ROOT = join(__dirname, '../../..');
const DIST = join(ROOT, 'dist');
const workspace = useWorkspace();

const CONFIG = 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: settings\n';
const PROVEN = /type-checked with TypeScript \d+\.\d+\.\d+, run, and its objects are equal to those given\.\n$/;

/** Lets the programs that were written find the library. */
function useLibrary(path: string): void {
  const text = workspace.read(path).replaceAll("'podwright'", `'${join(ROOT, 'lib')}'`);
  workspace.write(path, text.replaceAll("'podwright/k8s'", `'${join(ROOT, 'imports/k8s')}'`));
}

test.each([
  ['one program', 'all.ts', 'all.ts'],
  ['a module a chart', 'charts', 'charts/main.ts'],
])('every file of dist, written as %s, is synthesized to the same bytes', async (_name, output, app) => {
  const { code, out, err } = await workspace.run('migrate', DIST, '--output', output);
  expect({ code, out, err }).toEqual({ code: 0, out: '', err: expect.stringMatching(PROVEN) });
  for (const file of workspace.files()) useLibrary(file);
  expect(await workspace.run('synth', '--app', app)).toMatchObject({ code: 0 });
  for (const file of readdirSync(DIST))
    expect([file, workspace.read(`dist/${file}`)]).toEqual([file, readFileSync(join(DIST, file), 'utf8')]);
});

test('a kubectl command line needs no quotes, and no --', async () => {
  const words = ['kubectl', 'create', 'deployment', 'dpy-nginx', '--image=nginx', '--replicas=3', '--', 'nginx', '-g'];
  const { code, out, err } = await workspace.run('migrate', ...words);
  expect({ code, err }).toEqual({ code: 0, err: expect.stringMatching(PROVEN) });
  expect(out).toBe(`import { App, Chart, Deployment } from 'podwright';

const app = new App();
const chart = new Chart(app, 'dpy-nginx');

new Deployment(chart, 'dpy-nginx', {
  metadata: { labels: { app: 'dpy-nginx' } },
  replicas: 3,
  containers: { nginx: { image: 'nginx', command: ['nginx', '-g'] } },
});

app.synth();
`);
  expect(await workspace.run('migrate', '--', ...words)).toEqual({ code, out, err });
  expect(await workspace.run('migrate', words.join(' '))).toEqual({ code, out, err });
});

test('several command lines make one chart, in which they know each other', async () => {
  const { out } = await workspace.run(
    'migrate',
    "kubectl create deployment web --image='nginx:1.29'",
    'kubectl create service clusterip web --tcp=80:8080',
  );
  expect(out).toContain("const web = new Deployment(chart, 'web', {");
  expect(out).toContain('  selector: web,\n');
});

test.each(mistakes)('%s: nothing is written, and the findings are those of validate', async (_name, manifest) => {
  workspace.write('pod.yaml', manifest);
  const validated = await workspace.run('validate', 'pod.yaml', '--format', 'json');
  const migrated = await workspace.run('migrate', 'pod.yaml', '--output', 'out.ts', '--format', 'json');
  expect(migrated).toEqual({ code: 1, out: validated.out, err: 'Nothing was written.\n' });
  expect(workspace.files()).toEqual(['pod.yaml']);
});

test('an invalid command line gets the findings of its object', async () => {
  const { code, out, err } = await workspace.run('migrate', 'kubectl run Web --image=nginx');
  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(err).toContain('Pod/Web');
  expect(err).toContain('metadata.name');
});

test('a bare Pod cannot be scaled: what to write instead is said', async () => {
  expect(await workspace.run('migrate', 'kubectl', 'scale', 'pod', 'nginx-pod', '--replicas=3')).toEqual({
    code: 2,
    out: '',
    err: expect.stringContaining(
      'Write a Deployment: `kubectl create deployment NAME --image=IMAGE --replicas=NUMBER`',
    ),
  });
});

test('files that are there are replaced only by force', async () => {
  workspace.write('settings.yaml', CONFIG);
  workspace.write('app.ts', 'mine\n');
  expect(await workspace.run('migrate', 'settings.yaml', '-o', 'app.ts')).toMatchObject({
    code: 2,
    err: 'podwright: app.ts is there already; nothing was written. Replace with --force.\n',
  });
  expect(workspace.read('app.ts')).toBe('mine\n');
  expect(await workspace.run('migrate', 'settings.yaml', '-o', 'app.ts', '--force')).toMatchObject({ code: 0 });
  expect(workspace.read('app.ts')).toContain("new KubeConfigMap(chart, 'settings');");
});

test('a dump of a cluster is cleaned, and what was left out is said', async () => {
  workspace.input = JSON.stringify({
    apiVersion: 'v1',
    kind: 'List',
    items: [
      {
        apiVersion: 'v1',
        kind: 'Pod',
        metadata: {
          name: 'web-abc',
          uid: '1',
          resourceVersion: '5',
          ownerReferences: [{ apiVersion: 'apps/v1', kind: 'ReplicaSet', name: 'web', uid: '2', controller: true }],
        },
        spec: { containers: [{ name: 'a', image: 'b' }] },
      },
      {
        apiVersion: 'v1',
        kind: 'Service',
        metadata: { name: 'web', namespace: 'shop', uid: '3', creationTimestamp: '2024-01-01T00:00:00Z' },
        spec: {
          clusterIP: '10.0.0.1',
          clusterIPs: ['10.0.0.1'],
          type: 'ClusterIP',
          ports: [{ port: 80, protocol: 'TCP' }],
        },
        status: { loadBalancer: {} },
      },
    ],
  });
  const { out, err } = await workspace.run('migrate', '-', '--minimal');
  expect(err).toContain('stdin: left out Pod/web-abc, which ReplicaSet/web makes.\n');
  expect(err).toContain(
    'stdin: left out what the cluster writes: metadata.creationTimestamp, metadata.uid, spec.clusterIP, spec.clusterIPs, status.\n',
  );
  expect(out).toContain("new Service(chart, 'web', { ports: [{ port: 80 }] });");
});

test('where TypeScript is not installed, the last line says that types are not checked', async () => {
  workspace.write('settings.yaml', CONFIG);
  unlinkSync('node_modules');
  const { code, err } = await workspace.run('migrate', 'settings.yaml');
  expect({ code, err }).toEqual({
    code: 0,
    err: '1 object written as TypeScript: run, and its objects are equal to those given. Its types are not checked, as TypeScript is not installed here: npm install --save-dev typescript.\n',
  });
});

test.each([
  ['no operand', [], 'name files or folders, - for standard input, or a kubectl command.'],
  ['no object', ['empty.yaml'], 'there is no object to migrate.'],
  ['no such file', ['none.yaml'], 'none.yaml does not exist.'],
  ['no such option', ['--ouput', 'x', 'empty.yaml'], 'did you mean --output?'],
])('%s is wrong use', async (_name, args, message) => {
  workspace.write('empty.yaml', '# nothing\n');
  expect(await workspace.run('migrate', ...args)).toMatchObject({
    code: 2,
    out: '',
    err: expect.stringContaining(message),
  });
});
