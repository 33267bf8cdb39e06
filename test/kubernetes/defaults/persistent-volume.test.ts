import { defaulted, defaultedSpec } from './defaulted';

const filled = { persistentVolumeReclaimPolicy: 'Retain', volumeMode: 'Filesystem' };

describe('defaultPersistentVolume', () => {
  test.each<[string, object, object, number]>([
    ['is kept, as a file system', {}, {}, 36],
    [
      'keeps what is given',
      { persistentVolumeReclaimPolicy: 'Delete', volumeMode: 'Block' },
      { persistentVolumeReclaimPolicy: 'Delete', volumeMode: 'Block' },
      36,
    ],
    ['rounds its capacity', { capacity: { storage: '1u' } }, { capacity: { storage: '1m' } }, 36],
    ['keeps the attributes class', { volumeAttributesClassName: 'gold' }, { volumeAttributesClassName: 'gold' }, 34],
    ['drops the attributes class in 1.33', { volumeAttributesClassName: 'gold' }, {}, 33],
  ])('%s', (_, spec, expected, minor) => {
    expect(defaultedSpec('v1', 'PersistentVolume', { ...spec }, minor)).toEqual({ ...filled, ...expected });
  });

  test('is protected while in use', () => {
    const finalizers = ['example.com/x'];
    const volume = defaulted({ apiVersion: 'v1', kind: 'PersistentVolume', metadata: { name: 'web', finalizers } });
    expect(volume).toHaveProperty('metadata.finalizers', ['example.com/x', 'kubernetes.io/pv-protection']);
  });
});
