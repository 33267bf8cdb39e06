import { policyRuleRules } from '../../../../lib/validation/rules/server/policy-rule';
import { object } from '../../manifests';
import { testRules } from '../test-rules';

const role = (...rules: object[]) => object('rbac.authorization.k8s.io/v1', 'Role', { rules });
const clusterRole = (...rules: object[]) => object('rbac.authorization.k8s.io/v1', 'ClusterRole', { rules });
const rule = { apiGroups: [''], resources: ['pods'], verbs: ['get'] };
const urls = { nonResourceURLs: ['/healthz'], verbs: ['get'] };

testRules(policyRuleRules, {
  'require-policy-rule-verb': {
    valid: { 'a verb': role(rule), 'no rules': role() },
    invalid: {
      none: [role(rule, { ...rule, verbs: [] }), 'rules[1].verbs: FieldValueRequired'],
      'none for URLs': [clusterRole({ nonResourceURLs: ['*'] }), 'rules[0].verbs: FieldValueRequired'],
    },
  },
  'require-policy-rule-resource': {
    valid: { 'the core group': role(rule), 'URLs alone': clusterRole(urls), 'URLs in a Role': role(urls) },
    invalid: {
      neither: [
        role({ verbs: ['get'] }),
        'rules[0].apiGroups: FieldValueRequired',
        'rules[0].resources: FieldValueRequired',
      ],
      'no resources': [clusterRole({ ...rule, resources: [] }), 'rules[0].resources: FieldValueRequired'],
    },
  },
  'valid-non-resource-url': {
    valid: { 'in a ClusterRole': clusterRole(urls), 'none in a Role': role(rule) },
    invalid: {
      'in a Role': [role(urls), 'rules[0].nonResourceURLs: FieldValueInvalid'],
      'beside resources': [clusterRole({ ...rule, ...urls }), 'rules[0].nonResourceURLs: FieldValueInvalid'],
    },
  },
});
