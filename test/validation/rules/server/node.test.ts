import { nodeRules } from '../../../../lib/validation/rules/server/node';
import { object } from '../../manifests';
import { testRules } from '../test-rules';

const node = (spec: object) => object('v1', 'Node', { spec });
const taints = (...list: object[]) => node({ taints: list });

testRules(nodeRules, {
  'valid-taint': {
    valid: {
      'one key with two effects': taints({ key: 'gpu', effect: 'NoSchedule' }, { key: 'gpu', effect: 'NoExecute' }),
      none: node({}),
    },
    invalid: {
      'no effect': [taints({ key: 'gpu' }), 'metadata.taints[0].effect: FieldValueRequired'],
      'an unknown effect': [
        taints({ key: 'gpu', effect: 'NoRun' }),
        'metadata.taints[0].effect: FieldValueNotSupported',
      ],
      'a bad key and a bad value': [
        taints({ key: 'a b', value: 'a b', effect: 'NoSchedule' }),
        'metadata.taints[0].key: FieldValueInvalid',
        'metadata.taints[0].value: FieldValueInvalid',
      ],
      'one key and effect twice': [
        taints({ key: 'gpu', value: 'a', effect: 'NoSchedule' }, { key: 'gpu', value: 'b', effect: 'NoSchedule' }),
        'metadata.taints[1]: FieldValueDuplicate',
      ],
    },
  },
  'valid-pod-cidr': {
    valid: {
      'one range': node({ podCIDR: '10.244.1.0/24' }),
      'a range of each family': node({ podCIDR: '10.244.1.0/24', podCIDRs: ['10.244.1.0/24', 'fd00::/64'] }),
      'a single range that differs, which wins': node({ podCIDR: '10.244.1.0/24', podCIDRs: ['x', 'y'] }),
    },
    invalid: {
      'an address': [node({ podCIDR: '10.244.1.0' }), 'spec.podCIDRs[0]: FieldValueInvalid'],
      'two of one family': [node({ podCIDRs: ['10.244.1.0/24', '10.244.2.0/24'] }), 'spec.podCIDRs: FieldValueInvalid'],
      'one twice': [
        node({ podCIDRs: ['10.244.1.0/24', '10.244.1.0/24'] }),
        'spec.podCIDRs: FieldValueInvalid',
        'spec.podCIDRs[1]: FieldValueDuplicate',
      ],
    },
  },
});
