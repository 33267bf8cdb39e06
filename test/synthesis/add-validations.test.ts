import { ApiObject, App as Cdk8sApp, Chart as Cdk8sChart } from 'cdk8s';
import { App, addValidations, Chart, render } from '../../lib';
import { useWorkspace } from '../cli/workspace';
import { failureOf } from '../testing/failure-of';

const workspace = useWorkspace();

const pod = (chart: Cdk8sChart, id: string, image = '') =>
  new ApiObject(chart, id, {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: id },
    spec: { containers: [{ name: id, image }] },
  });

test('an app of cdk8s fails with the findings, and writes nothing', () => {
  const app = new Cdk8sApp();
  addValidations(app);
  pod(new Cdk8sChart(app, 'shop'), 'web');
  const message = failureOf(() => app.synth());
  expect(message).toMatch(
    /the API server would refuse:\nPod\/web {2}shop\/web\n {2}error {2}spec\.containers\[0\]\.image {2}Required value\n/,
  );
  expect(message).toMatch(/ {4}at .*add-validations\.test\.ts:\d+:\d+\n/);
  expect(workspace.files()).toEqual([]);
});

test('an app of cdk8s that is valid is written', () => {
  const app = new Cdk8sApp();
  addValidations(app);
  pod(new Cdk8sChart(app, 'shop'), 'web', 'web:1');
  app.synth();
  expect(workspace.files()).toEqual(['dist/shop.k8s.yaml']);
});

test('of a chart only the objects in it are validated', () => {
  const app = new Cdk8sApp();
  const shop = new Cdk8sChart(app, 'shop');
  addValidations(shop);
  pod(new Cdk8sChart(app, 'other'), 'other');
  app.synth();
  pod(shop, 'web');
  expect(failureOf(() => app.synth())).toMatch(/\[shop\] the API server would refuse:\nPod\/web/);
});

test('the version has to be known', () => {
  const app = new Cdk8sApp();
  addValidations(app, { kubeVersion: '1.2' });
  pod(new Cdk8sChart(app, 'shop'), 'web', 'web:1');
  expect(() => app.synth()).toThrow(expect.objectContaining({ code: 'ERR_KUBE_VERSION' }));
});

describe('where podwright synthesizes, the findings are its own', () => {
  test('of an app of podwright', () => {
    const app = new App();
    addValidations(app);
    pod(new Chart(app, 'shop'), 'web');
    expect(() => app.synth()).toThrow(expect.objectContaining({ code: 'ERR_INVALID_MANIFESTS' }));
    expect(render(app)).toHaveLength(1);
  });

  test('of the command', async () => {
    const library = require.resolve('../../lib');
    workspace.write(
      'main.ts',
      `import { ApiObject, App, Chart } from 'cdk8s';
       import { addValidations } from '${library}';
       const app = new App();
       addValidations(app);
       new ApiObject(new Chart(app, 'shop'), 'web', { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'web' } });
       app.synth();`,
    );
    const { code, err } = await workspace.run('synth');
    expect([code, err.match(/Pod\/web/g)?.length]).toEqual([1, 1]);
  });
});
