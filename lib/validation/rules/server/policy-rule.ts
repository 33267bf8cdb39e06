import type { PolicyRule } from '../../../kubernetes/generated/decoded';
import type { FieldPath } from '../../field-path';
import { invalid, required } from '../../finding';
import type { ObjectContext } from '../../nodes';
import { defineRules, type Report } from '../../rule';

const SOURCE = 'kubernetes pkg/apis/rbac/validation/validation.go ValidatePolicyRule';
const ROLE = 'apiVersion: rbac.authorization.k8s.io/v1\nkind: Role\nmetadata: { name: reader }\n';

/** What a Role or a ClusterRole allows. */
export const policyRuleRules = defineRules([
  {
    id: 'require-policy-rule-verb',
    summary: 'A rule of a role names verbs.',
    why: 'It allows nothing without.',
    fix: "Write the verbs, such as [get, list, watch], or ['*'] for all.",
    source: SOURCE,
    example: {
      bad: `${ROLE}rules: [{ apiGroups: [''], resources: [pods] }]`,
      good: `${ROLE}rules: [{ apiGroups: [''], resources: [pods], verbs: [get] }]`,
    },
    visit: {
      policyRule({ verbs }, at, report) {
        if (!verbs?.length) report(required(at.child('verbs'), 'verbs must contain at least one value'));
      },
    },
  },
  {
    id: 'require-policy-rule-resource',
    summary: 'A rule of a role without nonResourceURLs names API groups and resources.',
    why: 'Both are needed to tell which resources are meant.',
    fix: "Write apiGroups and resources; the core group is the empty string: apiGroups: [''].",
    source: SOURCE,
    example: {
      bad: `${ROLE}rules: [{ resources: [pods], verbs: [get] }]`,
      good: `${ROLE}rules: [{ apiGroups: [''], resources: [pods], verbs: [get] }]`,
    },
    visit: {
      policyRule({ apiGroups, resources, nonResourceURLs }, at, report) {
        if (nonResourceURLs?.length) return;
        if (!apiGroups?.length)
          report(required(at.child('apiGroups'), 'resource rules must supply at least one api group'));
        if (!resources?.length)
          report(required(at.child('resources'), 'resource rules must supply at least one resource'));
      },
    },
  },
  {
    id: 'valid-non-resource-url',
    summary: 'nonResourceURLs stand in a ClusterRole, in a rule without API groups and resources.',
    why: 'Such URLs belong to no namespace and to no resource.',
    fix: 'Move nonResourceURLs to a rule of its own in a ClusterRole.',
    source: SOURCE,
    example: {
      bad: `${ROLE}rules: [{ nonResourceURLs: [/healthz], verbs: [get] }]`,
      good: 'apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata: { name: reader }\nrules: [{ nonResourceURLs: [/healthz], verbs: [get] }]',
    },
    visit: { policyRule: checkUrls },
  },
]);

function checkUrls(
  { nonResourceURLs, apiGroups, resources, resourceNames }: PolicyRule,
  at: FieldPath,
  report: Report,
  { kind }: ObjectContext,
): void {
  if (!nonResourceURLs?.length) return;
  const field = at.child('nonResourceURLs');
  if (kind.namespaced) report(invalid(field, nonResourceURLs, 'namespaced rules cannot apply to non-resource URLs'));
  if (apiGroups?.length || resources?.length || resourceNames?.length)
    report(invalid(field, nonResourceURLs, 'rules cannot apply to both regular resources and non-resource URLs'));
}
