import { leaseRules } from '../../../../lib/validation/rules/server/lease';
import { object } from '../../manifests';
import { testRules } from '../test-rules';

const lease = (spec: object) => object('coordination.k8s.io/v1', 'Lease', { spec });

testRules(leaseRules, {
  'valid-lease-duration': {
    valid: { none: lease({}), 'one second': lease({ leaseDurationSeconds: 1 }) },
    invalid: {
      zero: [lease({ leaseDurationSeconds: 0 }), 'spec.leaseDurationSeconds: FieldValueInvalid'],
      negative: [lease({ leaseDurationSeconds: -1 }), 'spec.leaseDurationSeconds: FieldValueInvalid'],
    },
  },
  'valid-lease-transitions': {
    valid: { none: lease({}), zero: lease({ leaseTransitions: 0 }) },
    invalid: { negative: [lease({ leaseTransitions: -1 }), 'spec.leaseTransitions: FieldValueInvalid'] },
  },
});
