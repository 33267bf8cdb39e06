import { statefulSetRules } from '../../../../lib/validation/rules/server/stateful-set';
import { workload } from '../../manifests';
import { testRules } from '../test-rules';

const statefulSet = (spec: Record<string, unknown>) => workload('StatefulSet', spec);

testRules(statefulSetRules, {
  'valid-stateful-set-strategy': {
    valid: {
      OnDelete: statefulSet({ updateStrategy: { type: 'OnDelete' } }),
      'RollingUpdate with settings': statefulSet({ updateStrategy: { rollingUpdate: { partition: 1 } } }),
    },
    invalid: {
      Recreate: [statefulSet({ updateStrategy: { type: 'Recreate' } }), 'spec.updateStrategy: FieldValueInvalid'],
      'OnDelete with settings': [
        statefulSet({ updateStrategy: { type: 'OnDelete', rollingUpdate: {} } }),
        'spec.updateStrategy.rollingUpdate: FieldValueInvalid',
      ],
    },
  },
  'valid-partition': {
    valid: { 'more than there are replicas': statefulSet({ updateStrategy: { rollingUpdate: { partition: 99 } } }) },
    invalid: {
      negative: [
        statefulSet({ updateStrategy: { rollingUpdate: { partition: -1 } } }),
        'spec.updateStrategy.rollingUpdate.partition: FieldValueInvalid',
      ],
    },
  },
  'valid-pod-management-policy': {
    valid: {
      Parallel: statefulSet({ podManagementPolicy: 'Parallel' }),
      empty: statefulSet({ podManagementPolicy: '' }),
    },
    invalid: {
      'another case': [statefulSet({ podManagementPolicy: 'parallel' }), 'spec.podManagementPolicy: FieldValueInvalid'],
    },
  },
  'valid-service-name': {
    valid: {
      none: statefulSet({}),
      'a digit first': statefulSet({ serviceName: '1web' }),
      'dots before 1.33': { manifest: statefulSet({ serviceName: 'web.default' }), kubeVersion: '1.32' },
    },
    invalid: {
      dots: [statefulSet({ serviceName: 'web.default' }), 'spec.serviceName: FieldValueInvalid'],
      'dots in 1.33': [
        { manifest: statefulSet({ serviceName: 'web.default' }), kubeVersion: '1.33' },
        'spec.serviceName: FieldValueInvalid',
      ],
    },
  },
  'valid-start-ordinal': {
    valid: { zero: statefulSet({ ordinals: { start: 0 } }), none: statefulSet({ ordinals: {} }) },
    invalid: { negative: [statefulSet({ ordinals: { start: -1 } }), 'spec.ordinals.start: FieldValueInvalid'] },
  },
  'valid-claim-retention-policy': {
    valid: {
      Delete: statefulSet({ persistentVolumeClaimRetentionPolicy: { whenDeleted: 'Delete', whenScaled: 'Retain' } }),
      empty: statefulSet({ persistentVolumeClaimRetentionPolicy: { whenDeleted: '' } }),
    },
    invalid: {
      'other words': [
        statefulSet({ persistentVolumeClaimRetentionPolicy: { whenDeleted: 'delete', whenScaled: 'Recycle' } }),
        'spec.persistentVolumeClaimRetentionPolicy.whenDeleted: FieldValueNotSupported',
        'spec.persistentVolumeClaimRetentionPolicy.whenScaled: FieldValueNotSupported',
      ],
    },
  },
});
