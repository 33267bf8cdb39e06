import { resourceFieldSelectorRules } from '../../../../lib/validation/rules/server/resource-field-selector';
import { podWithContainer } from '../../manifests';
import { testRules } from '../test-rules';

const from = (resource: string, divisor?: unknown) =>
  podWithContainer({ env: [{ name: 'A', valueFrom: { resourceFieldRef: { resource, divisor } } }] });
const at = 'spec.containers[0].env[0].valueFrom.resourceFieldRef';

testRules(resourceFieldSelectorRules, {
  'valid-env-resource': {
    valid: { storage: from('requests.ephemeral-storage'), 'huge pages of any size': from('limits.hugepages-x') },
    invalid: {
      empty: [from(''), `${at}.resource: FieldValueRequired`],
      'no limit or request': [from('cpu'), `${at}.resource: FieldValueNotSupported`],
      'an extended resource': [from('limits.example.com/gpu'), `${at}.resource: FieldValueNotSupported`],
    },
  },
  'valid-env-divisor': {
    valid: {
      zero: from('limits.cpu', '0'),
      'a thousand thousandths': from('limits.cpu', '1000m'),
      '1024Ki, which is 1Mi': from('limits.memory', '1024Ki'),
      'of an unknown resource': from('limits.gpu', '7'),
    },
    invalid: {
      'a unit of bytes for cpu': [from('limits.cpu', '1k'), `${at}.divisor: FieldValueInvalid`],
      '1024, which is not 1Ki': [from('limits.memory', '1024'), `${at}.divisor: FieldValueInvalid`],
      'one with a leading zero, which stays as it is written': [
        from('limits.cpu', '01'),
        `${at}.divisor: FieldValueInvalid`,
      ],
      'one with a sign': [from('limits.memory', '+1Mi'), `${at}.divisor: FieldValueInvalid`],
      'one with an exponent': [from('limits.memory', '1e0'), `${at}.divisor: FieldValueInvalid`],
      'ten units': [from('requests.hugepages-2Mi', '10Mi'), `${at}.divisor: FieldValueInvalid`],
    },
  },
});
