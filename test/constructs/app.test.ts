import { ApiObject, App as Cdk8sApp, Chart } from 'cdk8s';
import { App } from '../../lib/constructs/app';
import { creationSite } from '../../lib/constructs/creation-site';

test('is an App of cdk8s with its options', () => {
  const app = new App({ outdir: 'out', outputFileExtension: '.yaml' });
  expect(app).toBeInstanceOf(Cdk8sApp);
  expect([app.outdir, app.outputFileExtension]).toEqual(['out', '.yaml']);
});

test('remembers where the objects below it are created', () => {
  const object = new ApiObject(new Chart(new App(), 'chart'), 'object', { apiVersion: 'v1', kind: 'Pod' });
  expect(creationSite(object)?.file).toBe(__filename);
});
