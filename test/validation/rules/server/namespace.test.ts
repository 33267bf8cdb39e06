import { namespaceRules } from '../../../../lib/validation/rules/server/namespace';
import { validate } from '../../../../lib/validation/validate';
import { object } from '../../manifests';
import { testRules } from '../test-rules';

const PREFIX = 'pod-security.kubernetes.io';
const finalizers = (...list: string[]) => object('v1', 'Namespace', { spec: { finalizers: list } });
const labelled = (labels: object, spec = {}) => object('v1', 'Namespace', { metadata: { name: 'web', labels }, spec });

testRules(namespaceRules, {
  'valid-namespace-finalizer': {
    valid: {
      'a domain and the standard ones': finalizers('example.com/cleanup', 'kubernetes', 'orphan', 'foregroundDeletion'),
      none: object('v1', 'Namespace'),
    },
    invalid: {
      'no domain': [finalizers('cleanup'), 'spec.finalizers: FieldValueInvalid'],
      'a bad domain': [finalizers('Example.com/cleanup'), 'spec.finalizers: FieldValueInvalid'],
      'neither a name nor a domain': [
        finalizers('my cleanup'),
        'spec.finalizers: FieldValueInvalid',
        'spec.finalizers: FieldValueInvalid',
      ],
    },
  },
  'valid-pod-security-label': {
    valid: {
      'levels and versions': labelled({
        [`${PREFIX}/enforce`]: 'restricted',
        [`${PREFIX}/enforce-version`]: 'latest',
        [`${PREFIX}/warn`]: 'baseline',
        [`${PREFIX}/warn-version`]: 'v1.0',
      }),
      'another suffix': labelled({ [`${PREFIX}/exempt`]: 'x' }),
    },
    invalid: {
      'an unknown level': [
        labelled({ [`${PREFIX}/enforce`]: 'strict' }),
        `metadata.labels[${PREFIX}/enforce]: FieldValueInvalid`,
      ],
      'an empty level': [labelled({ [`${PREFIX}/audit`]: '' }), `metadata.labels[${PREFIX}/audit]: FieldValueInvalid`],
      'versions without v, with a patch, with a zero in front': [
        labelled({
          [`${PREFIX}/enforce-version`]: '1.30',
          [`${PREFIX}/audit-version`]: 'v1.30.1',
          [`${PREFIX}/warn-version`]: 'v1.030',
        }),
        `metadata.labels[${PREFIX}/enforce-version]: FieldValueInvalid`,
        `metadata.labels[${PREFIX}/audit-version]: FieldValueInvalid`,
        `metadata.labels[${PREFIX}/warn-version]: FieldValueInvalid`,
      ],
    },
  },
});

test('labels are admitted after the Namespace has been found valid', () => {
  const manifest = labelled({ [`${PREFIX}/enforce`]: 'strict' }, { finalizers: ['cleanup'] });
  expect(validate([manifest]).map(({ field }) => field)).toEqual(['spec.finalizers']);
});
