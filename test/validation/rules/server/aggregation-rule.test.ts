import { aggregationRuleRules } from '../../../../lib/validation/rules/server/aggregation-rule';
import { object } from '../../manifests';
import { testRules } from '../test-rules';

const aggregated = (aggregationRule: object) =>
  object('rbac.authorization.k8s.io/v1', 'ClusterRole', { aggregationRule });
const SELECTORS = 'aggregationRule.clusterRoleSelectors';

testRules(aggregationRuleRules, {
  'require-cluster-role-selector': {
    valid: {
      'a selector': aggregated({ clusterRoleSelectors: [{}] }),
      'no aggregationRule': object('rbac.authorization.k8s.io/v1', 'ClusterRole'),
    },
    invalid: { none: [aggregated({ clusterRoleSelectors: [] }), `${SELECTORS}: FieldValueRequired`] },
  },
  'valid-cluster-role-selector': {
    valid: { 'all of them': aggregated({ clusterRoleSelectors: [{}] }) },
    invalid: {
      'a malformed value': [
        aggregated({ clusterRoleSelectors: [{}, { matchLabels: { a: 'b c' } }] }),
        `${SELECTORS}[1]: FieldValueInvalid`,
      ],
      'an unknown operator': [
        aggregated({ clusterRoleSelectors: [{ matchExpressions: [{ key: 'a', operator: 'Is' }] }] }),
        `${SELECTORS}[0]: FieldValueInvalid`,
      ],
    },
  },
});
