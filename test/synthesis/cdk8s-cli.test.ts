import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');
const CDK8S = join(ROOT, 'node_modules/cdk8s-cli/bin/cdk8s');
const PODWRIGHT = join(ROOT, 'build/lib/cli/main.js');

const PLUS_APP = `import { App, Chart } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';

const app = new App();
const web = new Chart(app, 'web');
const settings = new kplus.ConfigMap(web, 'settings', { data: { on: 'yes', text: 'a\\nb\\n' } });
const deployment = new kplus.Deployment(web, 'web', {
  containers: [{ image: 'nginx:1.29', portNumber: 80, envFrom: [kplus.Env.fromConfigMap(settings)] }],
});
const edge = new Chart(app, 'edge');
edge.addDependency(web);
new kplus.Service(edge, 'web', { selector: deployment, ports: [{ port: 80 }] });
app.synth();
`;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'podwright-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const manifests = (path: string) =>
  readdirSync(path)
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => [file, readFileSync(join(path, file), 'utf8')]);

const cdk8sSynth = (cwd: string, output: string) =>
  execFileSync(
    process.execPath,
    [CDK8S, 'synth', '--check-upgrade=false', '--app', 'npx tsx main.ts', '--output', output],
    { cwd, stdio: 'pipe' },
  );

test('`cdk8s synth` of the example app gives the committed manifests, byte for byte', () => {
  cdk8sSynth(ROOT, join(folder, 'out'));
  expect(manifests(join(folder, 'out'))).toEqual(manifests(join(ROOT, 'dist')));
}, 120_000);

test('`podwright synth` of an unmodified cdk8s-plus-28 app gives the files of `cdk8s synth`, byte for byte', () => {
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  writeFileSync(join(folder, 'main.ts'), PLUS_APP);
  cdk8sSynth(folder, 'theirs');
  execFileSync(process.execPath, [PODWRIGHT, 'synth', '--output', 'ours'], { cwd: folder, stdio: 'pipe' });
  expect(manifests(join(folder, 'ours'))).toEqual(manifests(join(folder, 'theirs')));
  expect(manifests(join(folder, 'ours')).map(([file]) => file)).toEqual(['0000-web.k8s.yaml', '0001-edge.k8s.yaml']);
}, 120_000);
