import { defaulted, defaultedSpec } from './defaulted';

const claim = { kind: 'PersistentVolumeClaim', name: 'old' };
const populator = { apiGroup: 'example.com', kind: 'Populator', name: 'p' };
const snapshot = { apiGroup: 'snapshot.storage.k8s.io', kind: 'VolumeSnapshot', name: 's' };

describe('defaultPersistentVolumeClaim', () => {
  test.each<[string, object, object, number]>([
    ['is a file system', {}, { volumeMode: 'Filesystem' }, 36],
    ['keeps a block device', { volumeMode: 'Block' }, { volumeMode: 'Block' }, 36],
    ['copies a claim to dataSourceRef', { dataSource: claim }, { dataSource: claim, dataSourceRef: claim }, 36],
    [
      'copies a snapshot to dataSourceRef',
      { dataSource: snapshot },
      { dataSource: snapshot, dataSourceRef: snapshot },
      36,
    ],
    [
      'copies a reference to dataSource',
      { dataSourceRef: populator },
      { dataSource: populator, dataSourceRef: populator },
      36,
    ],
    ['drops a data source of another kind', { dataSource: populator }, {}, 36],
    [
      'keeps both when both are given',
      { dataSource: claim, dataSourceRef: snapshot },
      { dataSource: claim, dataSourceRef: snapshot },
      36,
    ],
    ['drops a reference into another namespace', { dataSourceRef: { ...claim, namespace: 'other' } }, {}, 36],
    ['keeps the attributes class', { volumeAttributesClassName: 'gold' }, { volumeAttributesClassName: 'gold' }, 34],
    ['drops the attributes class in 1.33', { volumeAttributesClassName: 'gold' }, {}, 33],
  ])('%s', (_, spec, expected, minor) => {
    expect(defaultedSpec('v1', 'PersistentVolumeClaim', { ...spec }, minor)).toEqual({
      volumeMode: 'Filesystem',
      ...expected,
    });
  });

  test.each<[object, string[]]>([
    [{}, ['kubernetes.io/pvc-protection']],
    [{ finalizers: ['example.com/x'] }, ['example.com/x', 'kubernetes.io/pvc-protection']],
    [{ finalizers: ['kubernetes.io/pvc-protection'] }, ['kubernetes.io/pvc-protection']],
  ])('is protected while in use: %j', (metadata, finalizers) => {
    const object = defaulted({
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      metadata: { name: 'web', ...metadata },
    });
    expect(object).toHaveProperty('metadata.finalizers', finalizers);
  });
});
