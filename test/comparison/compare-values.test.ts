import { compareValues, rootPlace } from '../../lib/comparison/compare-values';

const containers = (...list: object[]) => ({ spec: { containers: list } });

test.each([
  ['a field', 'core.v1.Pod', { spec: { nodeName: 'a' } }, { spec: { nodeName: 'b' } }, ['spec.nodeName']],
  ['a field that is new', 'core.v1.Pod', {}, { spec: { nodeName: 'b' } }, ['spec']],
  [
    'an entry of a map',
    'core.v1.Pod',
    { metadata: { labels: { a: '1' } } },
    { metadata: { labels: { a: '2' } } },
    ['metadata.labels[a]'],
  ],
  [
    'a container by its name, wherever it stands',
    'core.v1.Pod',
    containers({ name: 'a', image: 'x' }),
    containers({ name: 'b' }, { name: 'a', image: 'y' }),
    ['spec.containers[name=b]', 'spec.containers[name=a].image'],
  ],
  [
    'a port by number and protocol',
    'core.v1.Pod',
    containers({ name: 'a', ports: [{ containerPort: 80, name: 'web' }] }),
    containers({ name: 'a', ports: [{ containerPort: 80, protocol: 'TCP', name: 'http' }] }),
    [
      'spec.containers[name=a].ports[containerPort=80,protocol=TCP].name',
      'spec.containers[name=a].ports[containerPort=80,protocol=TCP].protocol',
    ],
  ],
  [
    'a mount by its path',
    'core.v1.Container',
    { volumeMounts: [{ mountPath: '/a', name: 'x' }] },
    { volumeMounts: [{ mountPath: '/a', name: 'y' }] },
    ['volumeMounts[mountPath=/a].name'],
  ],
  ['a list of texts as a whole', 'core.v1.Container', { args: ['a', 'b'] }, { args: ['a', 'c'] }, ['args']],
  [
    'items without a key by their place',
    'rbac.v1.Role',
    { rules: [{ verbs: ['get'] }] },
    { rules: [{ verbs: ['list'] }] },
    ['rules[0].verbs'],
  ],
  [
    'a claim template by its name',
    'apps.v1.StatefulSetSpec',
    { volumeClaimTemplates: [{ metadata: { name: 'a' }, spec: {} }] },
    { volumeClaimTemplates: [{ metadata: { name: 'a' }, spec: { volumeName: 'v' } }] },
    ['volumeClaimTemplates[metadata.name=a].spec.volumeName'],
  ],
  [
    'the order of containers',
    'core.v1.Pod',
    containers({ name: 'a' }, { name: 'b' }),
    containers({ name: 'b' }, { name: 'a' }),
    ['spec.containers'],
  ],
  [
    'items of a custom resource by name',
    undefined,
    { spec: [{ name: 'a', x: 1 }, { name: 'b' }] },
    { spec: [{ name: 'b' }, { name: 'a', x: 2 }] },
    ['spec[name=a].x', 'spec'],
  ],
  [
    'items of a custom resource by place',
    undefined,
    { spec: [{ key: 'a', x: 1 }] },
    { spec: [{ key: 'b', x: 1 }] },
    ['spec[0].key'],
  ],
  ['a value that becomes another sort of value', undefined, { a: [1] }, { a: { b: 1 } }, ['a']],
  ['a field that JavaScript also knows', undefined, {}, { constructor: 'x' }, ['constructor']],
])('finds %s', (_name, type, before, after, fields) => {
  expect(compareValues(before, after, rootPlace(type)).map(({ field }) => field)).toEqual(fields);
});
