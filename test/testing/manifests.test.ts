import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App as Cdk8sApp, Chart as Cdk8sChart } from 'cdk8s';
import { App, Chart, Pod, render } from '../../lib';
import { writeManifests } from '../../lib/manifest/write-manifests';
import { isManifests, manifestsIn } from '../../lib/testing/manifests';
import { failureOf } from './failure-of';
import { plainDeployment, sources, webChart } from './web';

test.each(Object.entries(sources))('%s holds its Deployment', (_, source) => {
  const { objects } = manifestsIn(source());
  expect(objects.map(({ json }) => json)).toContainEqual(
    expect.objectContaining({ kind: 'Deployment', metadata: expect.objectContaining({ name: 'web' }) }),
  );
});

test.each([
  ['the app', () => webChart().node.root],
  ['the chart web', () => webChart()],
  ['Deployment/web', () => webChart().node.findChild('web')],
  ['Deployment/web', () => plainDeployment],
  ['2 objects', () => [plainDeployment, { kind: 'Service' }]],
  ['an empty list', () => []],
])('messages name it %s', (title, source) => {
  expect(manifestsIn(source()).title).toBe(title);
});

test('the objects of a chart are those of its file, in its order', () => {
  const app = new App();
  const chart = new Chart(app, 'web');
  const other = new Chart(app, 'other');
  const pod = new Pod(chart, 'pod', { containers: { app: { image: 'nginx:1.29' } } });
  const first = new Pod(chart, 'first', { containers: { app: { image: 'nginx:1.29' } } });
  new Pod(other, 'other', { containers: { app: { image: 'nginx:1.29' } } });
  pod.node.addDependency(first);
  const file = render(app).find(({ path }) => path === 'web.k8s.yaml');
  expect(writeManifests(manifestsIn(chart).objects.map(({ json }) => json))).toBe(file?.content);
  expect(file?.objects).toHaveLength(2);
});

test.each([
  ['undefined', undefined],
  ['null', null],
  ['string', 'kind: Pod'],
  ['number', 3],
  ['Date', new Date(0)],
  ['web is in no App', new Cdk8sChart(undefined as never, 'web')],
  ['a promise', Promise.resolve(plainDeployment)],
])('%s is refused', (name, value) => {
  expect(() => manifestsIn(value)).toThrow(expect.objectContaining({ code: 'ERR_NO_MANIFESTS' }));
  expect(failureOf(() => manifestsIn(value))).toContain(name);
});

test.each([
  ['a chart', true, () => new Cdk8sChart(new Cdk8sApp(), 'web')],
  ['an object', true, () => plainDeployment],
  ['a list of objects', true, () => [plainDeployment]],
  ['a list of numbers', false, () => [1]],
  ['an empty list', false, () => []],
  ['an object without a kind', false, () => ({ apiVersion: 'v1' })],
  ['a text', false, () => readFileSync(join(__dirname, '../../cdk8s.yaml'), 'utf8')],
])('%s may be printed as manifests: %s', (_, expected, value) => {
  expect(isManifests(value())).toBe(expected);
});
