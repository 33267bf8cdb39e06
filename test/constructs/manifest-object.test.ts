import { ApiObject, App, Chart, JsonPatch, Lazy, Yaml } from 'cdk8s';
import { Deployment } from '../../lib/constructs/deployment';
import { Pod } from '../../lib/constructs/pod';
import { inOrder } from './synthesized';

const containers = { web: { image: 'web:1' } };

function chart(props?: ConstructorParameters<typeof Chart>[2]): Chart {
  return new Chart(new App(), 'chart', props);
}

describe('the name', () => {
  test.each([
    ['is the id', 'web', undefined, { name: 'web' }],
    ['is exactly what was written', 'Web/1.x', undefined, { name: 'Web/1.x' }],
    ['may be given', 'id', { name: 'web' }, { name: 'web' }],
    ['may be left to the server', 'web', { generateName: 'web-' }, { generateName: 'web-' }],
    ['may be both', 'web', { generateName: 'web-', name: 'x' }, { name: 'x', generateName: 'web-' }],
  ])('%s', (_, id, metadata, expected) => {
    expect(new Pod(chart(), id, { metadata, containers }).toJson().metadata).toEqual(expected);
  });
});

test('the namespace and the labels of the chart are honoured', () => {
  const scope = chart({ namespace: 'shop', labels: { team: 'a', tier: 'back' } });
  const first = new Pod(scope, 'first', { metadata: { labels: { tier: 'front' } }, containers });
  const second = new Pod(scope, 'second', { metadata: { namespace: 'other' }, containers });
  expect(first.toJson().metadata).toEqual({ name: 'first', namespace: 'shop', labels: { team: 'a', tier: 'front' } });
  expect(second.toJson().metadata).toMatchObject({ namespace: 'other' });
});

test('the labels of the chart are not those of the pods that a workload makes', () => {
  const deployment = new Deployment(chart({ labels: { team: 'a' } }), 'web', { containers });
  expect(deployment.toJson().spec).toMatchObject({ template: { metadata: { labels: { app: 'web' } } } });
});

test('metadata may be added later, as to every ApiObject', () => {
  const pod = new Pod(chart(), 'web', { metadata: { labels: { z: '1' } }, containers });
  pod.metadata.addLabel('a', '2');
  pod.metadata.addAnnotation('note', 'x');
  expect(inOrder(pod.toJson().metadata)).toBe(
    inOrder({ name: 'web', labels: { z: '1', a: '2' }, annotations: { note: 'x' } }),
  );
});

test('is an ApiObject: cdk8s finds and renders it', () => {
  const scope = chart();
  const pod = new Pod(scope, 'web', { containers });
  expect(ApiObject.isApiObject(pod)).toBe(true);
  expect(scope.apiObjects).toEqual([pod]);
  expect(Yaml.stringify(...scope.toJson())).toBe(
    'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: web:1\n',
  );
});

test('tokens of cdk8s are resolved when it is rendered', () => {
  let image = 'web:1';
  const props = { containers: Lazy.any({ produce: () => ({ web: { image } }) }) } as unknown as {
    containers: typeof containers;
  };
  const pod = new Pod(chart(), 'web', props);
  image = 'web:2';
  expect(pod.toJson().spec).toEqual({ containers: [{ name: 'web', image: 'web:2' }] });
});

test('rendering twice says the same and shares nothing', () => {
  const pod = new Pod(chart(), 'web', { containers });
  const first = pod.toJson();
  expect(pod.toJson()).toEqual(first);
  expect(pod.toJson().spec).not.toBe(first.spec);
});

describe('patches', () => {
  test('are applied last, to the final object, in the order of the calls', () => {
    const deployment = new Deployment(chart(), 'web', { replicas: 1, containers });
    deployment.patch(JsonPatch.replace('/spec/replicas', 2), JsonPatch.add('/spec/x', 1));
    deployment.addJsonPatch(JsonPatch.replace('/spec/x', 2));
    expect(deployment.toJson().spec).toMatchObject({ replicas: 2, x: 2 });
  });

  test('fail with the path of the construct', () => {
    const deployment = new Deployment(chart(), 'web', { replicas: 1, containers });
    deployment.patch(JsonPatch.replace('/spec/replicas', 1));
    expect(() => deployment.toJson()).toThrow(
      expect.objectContaining({ code: 'PATCH_WITHOUT_EFFECT', construct: 'chart/web' }),
    );
  });
});

test.each([
  ['no properties', undefined],
  ['no containers', {}],
  ['containers of another shape', { containers: 'web:1' }],
  ['metadata of another shape', { metadata: 'web', containers: {} }],
  [
    'labels of another shape',
    { metadata: { labels: 'x' }, template: { metadata: { labels: [] } }, selector: null, containers: {} },
  ],
  ['a template of another shape', { template: 'x', containers: { web: null } }],
])('without types, %s are no reason to crash', (_, props) => {
  const create = () => new Deployment(chart(), 'web', props as unknown as { containers: typeof containers }).toJson();
  expect(create()).toMatchObject({ apiVersion: 'apps/v1', kind: 'Deployment', spec: { template: { spec: {} } } });
});
