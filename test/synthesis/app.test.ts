import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type AppProps, App as Cdk8sApp, Chart as Cdk8sChart } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { App } from '../../lib';
import { useWorkspace } from '../cli/workspace';
import { failureOf } from '../testing/failure-of';

const workspace = useWorkspace();

/** What an app of cdk8s does, in an app of either class. */
function shop(AppClass: typeof Cdk8sApp, props?: AppProps, image = 'nginx:1.29') {
  const app = new AppClass(props);
  const chart = new Cdk8sChart(app, 'shop');
  const settings = new kplus.ConfigMap(chart, 'settings', { data: { LEVEL: 'info' } });
  const web = new kplus.Deployment(chart, 'web', {
    containers: [{ image, portNumber: 80, envFrom: [kplus.Env.fromConfigMap(settings)] }],
  });
  web.exposeViaService();
  return app;
}

test('App takes the place of that of cdk8s: same files, same objects', () => {
  shop(Cdk8sApp, { outdir: 'theirs' }).synth();
  shop(App, { outdir: 'ours' }).synth();
  expect(workspace.files().filter((file) => file.endsWith('.yaml'))).toEqual([
    'ours/shop.k8s.yaml',
    'theirs/shop.k8s.yaml',
  ]);
  const documents = (path: string) => workspace.read(path).split('---\n').sort();
  expect(documents('ours/shop.k8s.yaml')).toEqual(documents('theirs/shop.k8s.yaml'));
});

describe('synthYaml', () => {
  test('gives the YAML of all charts', () => {
    const app = shop(App);
    app.synth();
    expect(app.synthYaml()).toBe(workspace.read('dist/shop.k8s.yaml'));
  });

  test('fails with the findings', () => {
    const app = shop(App, {}, '');
    expect(() => app.synthYaml()).toThrow(expect.objectContaining({ code: 'ERR_INVALID_MANIFESTS' }));
    expect(failureOf(() => app.synthYaml())).toMatch(/^the API server would refuse:\nDeployment\//);
  });
});

describe('the constructs of the objects', () => {
  const before = { ...process.env };
  afterEach(() => {
    process.env = { ...before };
  });

  test('are recorded for cdk8s-cli, as cdk8s does it', () => {
    Object.assign(process.env, { CDK8S_OUTDIR: 'out', CDK8S_RECORD_CONSTRUCT_METADATA: 'true' });
    shop(App, { outdir: 'ours' }).synth();
    shop(Cdk8sApp, { outdir: 'theirs' }).synth();
    const metadata = (folder: string) => JSON.parse(readFileSync(join(folder, 'construct-metadata.json'), 'utf8'));
    expect(metadata('ours')).toEqual(metadata('theirs'));
    expect(Object.keys(metadata('ours').resources)).toHaveLength(3);
  });

  test('are not recorded otherwise', () => {
    shop(App).synth();
    expect(workspace.files()).not.toContain('dist/construct-metadata.json');
  });
});
