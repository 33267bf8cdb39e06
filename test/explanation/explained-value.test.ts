import type { JsonObject } from '../../lib/comparison/json';
import { type ExplainOptions, explainObject } from '../../lib/explanation/explanation';
import { pathText } from '../../lib/explanation/explanation-text';
import { deployment, pod } from '../simulation/scenario/workloads';

const CONTAINER = { name: 'web', image: 'web:1' };
const explained = (object: JsonObject, options?: ExplainOptions) => explainObject(object, options);
const marks = (object: JsonObject, options?: ExplainOptions) =>
  Object.fromEntries(
    (explained(object, options)?.values ?? []).map(({ path, value, origin, from, written }) => [
      pathText(path),
      [value, origin, ...(from === undefined ? [] : [from]), ...(written === undefined ? [] : [written])],
    ]),
  );

test.each<[string, JsonObject, Record<string, unknown[]>]>([
  ['what is written', pod(CONTAINER), { 'spec.containers[0].image': ['web:1', 'yours'] }],
  ['what is filled in', pod(CONTAINER), { 'spec.restartPolicy': ['Always', 'default'] }],
  [
    'what equals its default is still yours',
    pod({ ...CONTAINER, imagePullPolicy: 'IfNotPresent' }),
    { 'spec.containers[0].imagePullPolicy': ['IfNotPresent', 'yours'] },
  ],
  [
    'another notation of what is yours',
    pod({ ...CONTAINER, resources: { limits: { cpu: '1000m' } } }),
    {
      'spec.containers[0].resources.limits.cpu': ['1', 'yours', '1000m'],
      'spec.containers[0].resources.requests.cpu': ['1', 'default'],
    },
  ],
  [
    'another value than yours',
    { ...pod(), spec: { terminationGracePeriodSeconds: -5, containers: [CONTAINER] } },
    { 'spec.terminationGracePeriodSeconds': [1, 'default', -5] },
  ],
  [
    'null is nothing',
    pod({ ...CONTAINER, imagePullPolicy: null }),
    { 'spec.containers[0].imagePullPolicy': ['IfNotPresent', 'default'] },
  ],
  [
    'an empty map of yours',
    { ...pod(), spec: { securityContext: {}, containers: [CONTAINER] } },
    { 'spec.securityContext': [{}, 'yours'] },
  ],
  [
    'the text of a Secret, hidden',
    { apiVersion: 'v1', kind: 'Secret', metadata: { name: 's' }, stringData: { 'a.b': 'hunter2' } },
    { 'data[a.b]': ['<hidden>', 'yours'], type: ['Opaque', 'default'] },
  ],
  [
    'a variable whose name says that it is secret',
    pod({
      ...CONTAINER,
      env: [
        { name: 'DB_PASSWORD', value: 'hunter2' },
        { name: 'LEVEL', value: 'info' },
      ],
    }),
    {
      'spec.containers[0].env[0].value': ['<hidden>', 'yours'],
      'spec.containers[0].env[1].value': ['info', 'yours'],
    },
  ],
])('%s', (_, object, expected) => {
  expect(marks(object)).toMatchObject(expected);
});

test('what a construct derived says from what', () => {
  const derived = [{ path: ['spec', 'selector', 'matchLabels', 'app'], from: 'its name' }];
  expect(marks(deployment(), { derived })).toMatchObject({
    'spec.selector.matchLabels.app': ['web', 'derived', 'its name'],
    'spec.template.metadata.labels.app': ['web', 'yours'],
  });
});

test.each<[string, JsonObject, string, string[]]>([
  ['a status', { ...deployment(), status: { replicas: 3 } }, '1.36', ['status']],
  [
    'a field whose feature is off',
    pod({ ...CONTAINER, lifecycle: { stopSignal: 'SIGUSR1' } }),
    '1.36',
    ['spec.containers[0].lifecycle'],
  ],
  [
    'values that say nothing',
    { ...pod(), spec: { hostNetwork: false, volumes: [], containers: [CONTAINER] } },
    '1.36',
    [],
  ],
  [
    'the text of a Secret',
    { apiVersion: 'v1', kind: 'Secret', metadata: { name: 's' }, stringData: { a: 'b' } },
    '1.36',
    [],
  ],
])('not held: %s', (_, object, kubeVersion, expected) => {
  expect(explained(object, { kubeVersion })?.dropped.map(pathText)).toEqual(expected);
});

const definition = {
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  metadata: { name: 'shops.example.com' },
  spec: {
    group: 'example.com',
    names: { kind: 'Shop', plural: 'shops' },
    scope: 'Namespaced',
    versions: [
      {
        name: 'v1',
        served: true,
        storage: true,
        schema: {
          openAPIV3Schema: {
            type: 'object',
            properties: {
              spec: { type: 'object', properties: { size: { type: 'integer', default: 3 }, name: { type: 'string' } } },
            },
          },
        },
      },
    ],
  },
};
const shop = { apiVersion: 'example.com/v1', kind: 'Shop', metadata: { name: 's' }, spec: { name: 'x' } };

test('a custom resource gets the defaults of its definition', () => {
  expect(marks(shop, { beside: [definition] })).toMatchObject({
    'spec.name': ['x', 'yours'],
    'spec.size': [3, 'default'],
  });
  expect(explained(shop, { beside: [definition] })?.undefinedKind).toBe(false);
  expect(explained(shop)?.undefinedKind).toBe(true);
});

test('what cannot be decoded is not explained', () => {
  expect(explained({ ...deployment(), spec: 'x' })).toBeUndefined();
});
