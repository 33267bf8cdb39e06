import { isBuildable } from '../../../kubernetes/label-selector';
import { invalid, required } from '../../finding';
import { defineRules } from '../../rule';

const SOURCE = 'kubernetes pkg/apis/rbac/validation/validation.go ValidateClusterRole';

/** Which ClusterRoles a ClusterRole is put together from. */
export const aggregationRuleRules = defineRules([
  {
    id: 'require-cluster-role-selector',
    summary: 'An aggregationRule has a selector.',
    why: 'Nothing is aggregated without.',
    fix: 'Add a selector to clusterRoleSelectors, or leave aggregationRule out.',
    source: SOURCE,
    example: {
      bad: 'aggregationRule: {}',
      good: 'aggregationRule: { clusterRoleSelectors: [{ matchLabels: { aggregate: view } }] }',
    },
    visit: {
      ClusterRole({ aggregationRule }, at, report) {
        if (aggregationRule && !aggregationRule.clusterRoleSelectors?.length)
          report(required(at.down('aggregationRule', 'clusterRoleSelectors'), 'at least one selector is required'));
      },
    },
  },
  {
    id: 'valid-cluster-role-selector',
    summary: 'The selectors of an aggregationRule are well-formed label selectors.',
    why: 'The ClusterRoles are looked up by their labels.',
    fix: 'Correct the selector.',
    source: SOURCE,
    example: {
      bad: 'aggregationRule: { clusterRoleSelectors: [{ matchLabels: { aggregate: to view } }] }',
      good: 'aggregationRule: { clusterRoleSelectors: [{ matchLabels: { aggregate: to-view } }] }',
    },
    visit: {
      ClusterRole({ aggregationRule }, at, report) {
        aggregationRule?.clusterRoleSelectors?.forEach((selector, index) => {
          const field = at.down('aggregationRule', 'clusterRoleSelectors').index(index);
          if (!isBuildable(selector)) report(invalid(field, selector, 'invalid label selector'));
        });
      },
    },
  },
]);
