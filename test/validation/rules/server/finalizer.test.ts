import { finalizerRules } from '../../../../lib/validation/rules/server/finalizer';
import { object, pod } from '../../manifests';
import { testRules } from '../test-rules';

const withFinalizers = (...finalizers: unknown[]) => pod({}, { finalizers });
const at = 'metadata.finalizers';

testRules(finalizerRules, {
  'valid-finalizer': {
    valid: {
      'with a domain': withFinalizers('example.com/cleanup'),
      'the standard ones': withFinalizers('kubernetes', 'orphan'),
      'without a domain on a Lease': object('coordination.k8s.io/v1', 'Lease', {
        metadata: { name: 'web', finalizers: ['cleanup'] },
      }),
    },
    invalid: {
      'without a domain': [withFinalizers('cleanup'), `${at}[0]: FieldValueInvalid`],
      'a space': [withFinalizers('example.com/my cleanup'), `${at}: FieldValueInvalid`],
      'a space and no domain': [
        withFinalizers('my cleanup'),
        `${at}: FieldValueInvalid`,
        `${at}[0]: FieldValueInvalid`,
      ],
      'a null, which is empty': [
        withFinalizers('orphan', null),
        `${at}: FieldValueInvalid`,
        `${at}: FieldValueInvalid`,
        `${at}[1]: FieldValueInvalid`,
      ],
    },
  },
  'no-conflicting-finalizers': {
    valid: { one: withFinalizers('orphan'), 'the other': withFinalizers('foregroundDeletion') },
    invalid: { both: [withFinalizers('foregroundDeletion', 'orphan'), `${at}: FieldValueInvalid`] },
  },
});
