import { defaulted, defaultedSpec } from './defaulted';

describe('defaultStorageClass', () => {
  test.each<[string, object, object]>([
    ['deletes and binds at once', {}, { reclaimPolicy: 'Delete', volumeBindingMode: 'Immediate' }],
    [
      'keeps empty text, which is set',
      { reclaimPolicy: '', volumeBindingMode: '' },
      { reclaimPolicy: '', volumeBindingMode: '' },
    ],
  ])('%s', (_, body, expected) => {
    expect(defaulted({ apiVersion: 'storage.k8s.io/v1', kind: 'StorageClass', ...body })).toMatchObject(expected);
  });
});

describe('defaultCSIDriver', () => {
  const filled = {
    attachRequired: true,
    podInfoOnMount: false,
    storageCapacity: false,
    fsGroupPolicy: 'ReadWriteOnceWithFSType',
    volumeLifecycleModes: ['Persistent'],
    requiresRepublish: false,
    seLinuxMount: false,
  };

  test.each<[string, object, object]>([
    ['fills in an empty spec', {}, {}],
    [
      'keeps what is given',
      { attachRequired: false, podInfoOnMount: true, volumeLifecycleModes: ['Ephemeral'] },
      { attachRequired: false, podInfoOnMount: true, volumeLifecycleModes: ['Ephemeral'] },
    ],
  ])('%s', (_, spec, expected) => {
    expect(defaultedSpec('storage.k8s.io/v1', 'CSIDriver', { ...spec })).toEqual({ ...filled, ...expected });
  });

  test('drops what a minor does not take', () => {
    const spec = { nodeAllocatableUpdatePeriodSeconds: 60 };
    expect(defaultedSpec('storage.k8s.io/v1', 'CSIDriver', spec, 34)).toEqual(filled);
    expect(defaultedSpec('storage.k8s.io/v1', 'CSIDriver', spec, 35)).toEqual({ ...filled, ...spec });
  });
});
