import { serviceCIDRRules } from '../../../../lib/validation/rules/server/service-cidr';
import { object } from '../../manifests';
import { testRules } from '../test-rules';

const ranges = (...cidrs: string[]) => object('networking.k8s.io/v1', 'ServiceCIDR', { spec: { cidrs } });

testRules(serviceCIDRRules, {
  'valid-service-ranges': {
    valid: { one: ranges('10.96.0.0/16'), 'one of each family': ranges('fd00:10:96::/112', '10.96.0.0/16') },
    invalid: {
      none: [ranges(), 'spec.cidrs: FieldValueRequired'],
      three: [ranges('10.0.0.0/8', 'fd00::/8', '192.168.0.0/16'), 'spec.cidrs: FieldValueInvalid'],
      'two of one family': [ranges('10.0.0.0/8', '192.168.0.0/16'), 'spec.cidrs: FieldValueInvalid'],
      'two of which one is none': [ranges('10.0.0.0/8', 'x'), 'spec.cidrs: FieldValueInvalid'],
      'no range': [ranges('10.96.0.0'), 'spec.cidrs[0]: FieldValueInvalid'],
      'bits beyond the prefix': [ranges('10.96.0.1/16'), 'spec.cidrs[0]: FieldValueInvalid'],
      'another spelling': [ranges('fd00:0::/112'), 'spec.cidrs[0]: FieldValueInvalid'],
    },
  },
});
