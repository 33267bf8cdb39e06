import { resourceClaimRules } from '../../../../lib/validation/rules/server/resource-claim';
import { pod, podWithContainer, podWithInitContainer } from '../../manifests';
import { testRules } from '../test-rules';

const resourceClaims = [{ name: 'gpu', resourceClaimName: 'gpu' }];
const using = (...claims: object[]) => podWithContainer({ resources: { claims } }, { resourceClaims });
const at = 'spec.containers[0].resources.claims';

testRules(resourceClaimRules, {
  'require-resource-claim-name': {
    valid: {
      'a name': using({ name: 'gpu' }),
      'before 1.34, which drops claims': {
        manifest: podWithContainer({ resources: { claims: [{ name: '' }] } }),
        kubeVersion: '1.33',
      },
    },
    invalid: { empty: [using({ name: '' }), `${at}[0]: FieldValueRequired`] },
  },
  'valid-resource-claim-name': {
    valid: { 'of the pod': using({ name: 'gpu' }) },
    invalid: {
      unknown: [using({ name: 'gp' }), `${at}[0]: FieldValueNotFound`],
      'unknown in an init container': [
        podWithInitContainer({ resources: { claims: [{ name: 'gpu' }] } }),
        'spec.initContainers[0].resources.claims[0]: FieldValueNotFound',
      ],
      'of the pod as a whole': [
        pod({ resources: { claims: [{ name: 'a' }] } }),
        'spec.resources.claims[0]: FieldValueNotFound',
      ],
    },
  },
  'valid-resource-claim-request': {
    valid: {
      none: using({ name: 'gpu', request: '' }),
      'a label': using({ name: 'gpu', request: 'one' }),
      'of a claim that is used as a whole before': using({ name: 'gpu' }, { name: 'gpu', request: 'One' }),
    },
    invalid: {
      'upper case': [using({ name: 'gpu', request: 'One' }), `${at}[0].request: FieldValueInvalid`],
      'upper case, before the whole claim': [
        using({ name: 'gpu', request: 'One' }, { name: 'gpu' }),
        `${at}[0].request: FieldValueInvalid`,
      ],
    },
  },
  'unique-resource-claim': {
    valid: {
      'two requests': using({ name: 'gpu', request: 'a' }, { name: 'gpu', request: 'b' }),
      'a name that holds the slash itself': using({ name: 'gpu/a', request: 'b' }, { name: 'gpu/a' }),
    },
    invalid: {
      'the same claim': [using({ name: 'gpu' }, { name: 'gpu' }), `${at}[1]: FieldValueDuplicate`],
      'the same request': [
        using({ name: 'gpu', request: 'a' }, { name: 'gpu', request: 'a' }),
        `${at}[1]: FieldValueDuplicate`,
      ],
      'whole, then in part': [using({ name: 'gpu' }, { name: 'gpu', request: 'a' }), `${at}[1]: FieldValueDuplicate`],
      'in part, then whole': [using({ name: 'gpu', request: 'a' }, { name: 'gpu' }), `${at}[1]: FieldValueDuplicate`],
    },
  },
});
