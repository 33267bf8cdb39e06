import { defaulted } from './defaulted';

const configMap = (metadata: object) => defaulted({ apiVersion: 'v1', kind: 'ConfigMap', metadata }).metadata;
const storageClass = (metadata: object) =>
  defaulted({ apiVersion: 'storage.k8s.io/v1', kind: 'StorageClass', metadata }).metadata;

describe('defaultObjectMeta', () => {
  test.each<[string, object, object]>([
    ['puts an object in the namespace default', { name: 'a' }, { name: 'a', namespace: 'default' }],
    ['reads an empty namespace as none', { name: 'a', namespace: '' }, { name: 'a', namespace: 'default' }],
    ['keeps a namespace', { name: 'a', namespace: 'b' }, { name: 'a', namespace: 'b' }],
    ['makes up no name', { generateName: 'a-' }, { generateName: 'a-', namespace: 'default' }],
    [
      'drops what only the server sets',
      {
        name: 'a',
        uid: 'x',
        creationTimestamp: '2026-01-01T00:00:00Z',
        deletionTimestamp: '2026-01-01T00:00:00Z',
        deletionGracePeriodSeconds: 0,
        selfLink: '/x',
        managedFields: [{ manager: 'kubectl' }],
      },
      { name: 'a', namespace: 'default' },
    ],
  ])('%s', (_, metadata, expected) => {
    expect(configMap(metadata)).toEqual(expected);
  });

  test('takes what lives outside of namespaces out of one', () => {
    expect(storageClass({ name: 'a', namespace: 'b' })).toEqual({ name: 'a' });
  });
});
