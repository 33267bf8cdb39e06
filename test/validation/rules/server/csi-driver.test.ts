import { csiDriverRules } from '../../../../lib/validation/rules/server/csi-driver';
import { object } from '../../manifests';
import { testRules } from '../test-rules';

const driver = (spec: object) => object('storage.k8s.io/v1', 'CSIDriver', { spec });
const tokens = (...tokenRequests: object[]) => driver({ tokenRequests });

testRules(csiDriverRules, {
  'valid-fs-group-policy': {
    valid: { None: driver({ fsGroupPolicy: 'None' }), none: driver({}) },
    invalid: { 'an empty one': [driver({ fsGroupPolicy: '' }), 'spec.fsGroupPolicy: FieldValueNotSupported'] },
  },
  'valid-token-request': {
    valid: {
      'two audiences': tokens({ audience: '' }, { audience: 'vault', expirationSeconds: 600 }),
      'the longest': tokens({ audience: 'vault', expirationSeconds: 2 ** 32 }),
    },
    invalid: {
      'one audience twice, the second of which is not looked into': [
        tokens({ audience: 'vault' }, { audience: 'vault', expirationSeconds: 1 }),
        'spec.tokenRequests[1].audience: FieldValueDuplicate',
      ],
      'too short': [
        tokens({ audience: 'vault', expirationSeconds: 599 }),
        'spec.tokenRequests[0].expirationSeconds: FieldValueInvalid',
      ],
      'too long': [
        tokens({ audience: 'vault', expirationSeconds: 2 ** 32 + 1 }),
        'spec.tokenRequests[0].expirationSeconds: FieldValueInvalid',
      ],
    },
  },
  'valid-volume-lifecycle-mode': {
    valid: { both: driver({ volumeLifecycleModes: ['Persistent', 'Ephemeral'] }) },
    invalid: {
      'another one': [
        driver({ volumeLifecycleModes: ['Persistent', 'Inline'] }),
        'spec.volumeLifecycleModes: FieldValueNotSupported',
      ],
    },
  },
  'valid-allocatable-update-period': {
    valid: {
      'ten seconds': driver({ nodeAllocatableUpdatePeriodSeconds: 10 }),
      'nine, which 1.34 drops': { manifest: driver({ nodeAllocatableUpdatePeriodSeconds: 9 }), kubeVersion: '1.34' },
    },
    invalid: {
      nine: [
        driver({ nodeAllocatableUpdatePeriodSeconds: 9 }),
        'spec.nodeAllocatableUpdatePeriodSeconds: FieldValueInvalid',
      ],
    },
  },
});
