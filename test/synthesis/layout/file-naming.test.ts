import { ApiObject, App as Cdk8sApp, Chart as Cdk8sChart } from 'cdk8s';
import { Chart } from '../../../lib/constructs/chart';
import { App } from '../../../lib/synthesis/app';
import { toAppObject } from '../../../lib/synthesis/app-object';
import { inCdk8sOrder } from '../../../lib/synthesis/layout/cdk8s-order';
import { cdk8sNaming, stableNaming } from '../../../lib/synthesis/layout/file-naming';

const chart = new Chart(new Chart(new App(), 'shop'), 'web');
const objectOf = (json: Record<string, unknown>) =>
  toAppObject(
    new ApiObject(chart, `object${chart.node.children.length}`, json as { apiVersion: string; kind: string }),
    chart,
  );

const object = (kind: string, metadata: object, apiVersion = 'v1') => objectOf({ apiVersion, kind, metadata });
const definition = (scope: string) =>
  objectOf({
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: 'widgets.example.com' },
    spec: { group: 'example.com', scope, names: { kind: 'Widget' } },
  });

test('a chart is named by the charts around it', () => {
  expect(stableNaming([]).chart(chart)).toBe('shop-web');
});

test.each([
  ['its kind and name', object('Pod', { name: 'web' }), 'Pod.web'],
  ['its kind and the beginning of its name', object('Pod', { generateName: 'web-', name: undefined }), 'Pod.web-'],
  ['no sign that a file system minds', object('Role', { name: 'system:node/x' }), 'Role.systemnodex'],
])('an object is named by %s', (_name, made, expected) => {
  expect(stableNaming([]).object({ ...made, json: { ...made.json, metadata: strip(made.json.metadata) } })).toBe(
    expected,
  );
});

/** cdk8s names an object that has only a generateName; the constructs of podwright do not. */
function strip(metadata: unknown): object {
  const { generateName, ...rest } = metadata as { name?: string; generateName?: string };
  return generateName ? { generateName } : rest;
}

test.each([
  ['a namespaced object', object('Pod', { name: 'a', namespace: 'shop' }), ['namespaces', 'shop']],
  ['an object that leaves its namespace open', object('Pod', { name: 'a' }), []],
  ['an object without namespace', object('PersistentVolume', { name: 'a' }), ['cluster']],
  ['one that was given a namespace by its chart', object('Namespace', { name: 'a', namespace: 'shop' }), ['cluster']],
  ['a custom resource', object('Gadget', { name: 'a', namespace: 'shop' }, 'example.com/v1'), ['namespaces', 'shop']],
])('%s goes to its folder', (_name, made, folder) => {
  expect(stableNaming([made], true).folder?.(made)).toEqual(folder);
});

test.each([
  ['Cluster', ['cluster']],
  ['Namespaced', ['namespaces', 'shop']],
])('the CustomResourceDefinition in the app says that a kind is %s', (scope, folder) => {
  const widget = object('Widget', { name: 'a', namespace: 'shop' }, 'example.com/v1');
  expect(stableNaming([definition(scope), widget], true).folder?.(widget)).toEqual(folder);
});

test('there are no folders unless asked for', () => expect(stableNaming([]).folder).toBeUndefined());

test('cdk8s numbers charts that depend on each other', () => {
  const app = new Cdk8sApp();
  const [first, second] = [new Cdk8sChart(app, 'first'), new Cdk8sChart(app, 'second')];
  expect(cdk8sNaming(inCdk8sOrder(app)).chart(first)).toBe('first');
  first.addDependency(second);
  const naming = cdk8sNaming(inCdk8sOrder(app));
  expect([naming.chart(first), naming.chart(second)]).toEqual(['0001-first', '0000-second']);
});
