import { podDisruptionBudgetRules } from '../../../../lib/validation/rules/server/pod-disruption-budget';
import { object } from '../../manifests';
import { testRules } from '../test-rules';

const budget = (spec: Record<string, unknown>) => object('policy/v1', 'PodDisruptionBudget', { spec });

testRules(podDisruptionBudgetRules, {
  'no-second-disruption-bound': {
    valid: { neither: budget({}), one: budget({ minAvailable: 0 }) },
    invalid: { 'both, zero counts': [budget({ minAvailable: 0, maxUnavailable: 0 }), 'spec: FieldValueInvalid'] },
  },
  'valid-disruption-bound': {
    valid: { all: budget({ minAvailable: '100%' }), zero: budget({ maxUnavailable: 0 }) },
    invalid: {
      'a number as text': [budget({ minAvailable: '1' }), 'spec.minAvailable: FieldValueInvalid'],
      negative: [budget({ maxUnavailable: -1 }), 'spec.maxUnavailable: FieldValueInvalid'],
      'more than all': [budget({ maxUnavailable: '101%' }), 'spec.maxUnavailable: FieldValueInvalid'],
    },
  },
  'valid-unhealthy-pod-eviction-policy': {
    valid: { none: budget({}), AlwaysAllow: budget({ unhealthyPodEvictionPolicy: 'AlwaysAllow' }) },
    invalid: {
      empty: [budget({ unhealthyPodEvictionPolicy: '' }), 'spec.unhealthyPodEvictionPolicy: FieldValueNotSupported'],
    },
  },
});
