import { defaultedSpec } from './defaulted';

const filled = {
  replicas: 1,
  podManagementPolicy: 'OrderedReady',
  updateStrategy: { type: 'RollingUpdate', rollingUpdate: { partition: 0 } },
  persistentVolumeClaimRetentionPolicy: { whenDeleted: 'Retain', whenScaled: 'Retain' },
  revisionHistoryLimit: 10,
  template: expect.anything(),
};

describe('defaultStatefulSet', () => {
  test.each<[string, object, object]>([
    ['fills in an empty spec', {}, {}],
    [
      'adds nothing to a strategy that is named',
      { updateStrategy: { type: 'RollingUpdate' } },
      { updateStrategy: { type: 'RollingUpdate' } },
    ],
    [
      'drops maxUnavailable',
      { updateStrategy: { rollingUpdate: { partition: 2, maxUnavailable: 1 } } },
      { updateStrategy: { type: 'RollingUpdate', rollingUpdate: { partition: 2 } } },
    ],
    [
      'keeps one half of the retention',
      { persistentVolumeClaimRetentionPolicy: { whenScaled: 'Delete' } },
      { persistentVolumeClaimRetentionPolicy: { whenDeleted: 'Retain', whenScaled: 'Delete' } },
    ],
    [
      'fills in its claims',
      { volumeClaimTemplates: [{ metadata: { name: 'data' } }] },
      {
        volumeClaimTemplates: [
          {
            apiVersion: 'v1',
            kind: 'PersistentVolumeClaim',
            metadata: { name: 'data' },
            spec: { volumeMode: 'Filesystem' },
            status: { phase: 'Pending' },
          },
        ],
      },
    ],
  ])('%s', (_, spec, expected) => {
    expect(defaultedSpec('apps/v1', 'StatefulSet', { ...spec })).toEqual({ ...filled, ...expected });
  });

  test('keeps in its claims what a claim itself would lose', () => {
    const spec = { volumeAttributesClassName: 'gold', dataSourceRef: { kind: 'K', name: 'n', namespace: 'other' } };
    const filledSpec = defaultedSpec('apps/v1', 'StatefulSet', { volumeClaimTemplates: [{ spec }] }, 33);
    expect(filledSpec).toHaveProperty('volumeClaimTemplates.0.spec', { ...spec, volumeMode: 'Filesystem' });
  });
});
