import { milliValue, parseQuantity } from '../../../kubernetes/quantity';
import {
  conflictingScopes,
  fitsScope,
  isQuotaScope,
  isWithoutValue,
  quotaScopes,
} from '../../../kubernetes/quota-scope';
import { isIntegerResource } from '../../../kubernetes/resource-name';
import { quotaResourceName } from '../../../kubernetes/resource-name-format';
import { invalid, required } from '../../finding';
import { defineRules } from '../../rule';
import { didYouMean } from './did-you-mean';

const OPERATORS = ['In', 'NotIn', 'Exists', 'DoesNotExist'];
const FIX_CONFLICT = 'Make a quota for each of the two scopes.';
const SOURCE = 'kubernetes pkg/apis/core/validation/validation.go';

/** What the objects of a namespace may use together. */
export const resourceQuotaRules = defineRules([
  {
    id: 'valid-quota-resource',
    summary:
      'A quota bounds resources that it knows: cpu, requests.cpu, pods, or any name with a slash such as count/deployments.apps.',
    why: 'Nothing would be counted under another name.',
    fix: 'Write requests. or limits. before a resource of pods, count/ before a kind with its group.',
    source: `${SOURCE} ValidateResourceQuotaResourceName`,
    example: { bad: 'spec: { hard: { deployments: 10 } }', good: 'spec: { hard: { count/deployments.apps: 10 } }' },
    visit: {
      ResourceQuota({ spec }, at, report) {
        for (const name in spec?.hard) {
          for (const reason of quotaResourceName(name))
            report(invalid(at.down('spec', 'hard').key(name), name, reason));
        }
      },
    },
  },
  {
    id: 'valid-quota-amount',
    summary: 'The amounts of a quota are not negative, and whole where objects or devices are counted.',
    why: 'There is no half object.',
    fix: 'Write a whole number of zero or more.',
    source: `${SOURCE} ValidateResourceQuantityValue`,
    example: { bad: 'spec: { hard: { pods: 500m } }', good: 'spec: { hard: { pods: 5 } }' },
    visit: {
      ResourceQuota({ spec }, at, report) {
        const hard = spec?.hard;
        for (const name in hard) {
          const amount = hard[name] ?? 0;
          const quantity = parseQuantity(amount);
          if (quantity === undefined) continue;
          const field = () => at.down('spec', 'hard').key(name);
          if (quantity.nano < 0n) report(invalid(field(), amount, 'must be greater than or equal to 0'));
          if (isIntegerResource(name) && milliValue(quantity) % 1000n !== 0n)
            report(invalid(field(), amount, 'must be an integer'));
        }
      },
    },
  },
  {
    id: 'valid-quota-scope',
    summary: 'The scopes of a quota are known, do not exclude each other, and fit the resources that it bounds.',
    why: 'A scope picks the objects that are counted, and not all objects have all resources.',
    fix: 'Make a quota of its own for what the scope does not fit.',
    source: `${SOURCE} validateResourceQuotaScopes`,
    example: {
      bad: 'spec: { hard: { cpu: 1 }, scopes: [BestEffort] }',
      good: 'spec: { hard: { pods: 1 }, scopes: [BestEffort] }',
    },
    visit: {
      ResourceQuota({ spec: { hard, scopes } = {} }, at, report, { minor }) {
        if (!scopes) return;
        const field = at.down('spec', 'scopes');
        scopes.forEach((scope, index) => {
          const place = field.index(index);
          if (!isQuotaScope(scope, minor))
            report(invalid(field, scope, 'unsupported scope', { place, ...fixForScope(scope, minor) }));
          for (const resource in hard) {
            if (!fitsScope(resource, scope))
              report(invalid(field, scope, `unsupported scope applied to resource ${resource}`, { place }));
          }
        });
        for (const [one, other] of conflictingScopes(scopes))
          report(invalid(field, scopes, `${one} and ${other} are conflicting scopes`, { fix: FIX_CONFLICT }));
      },
    },
  },
  {
    id: 'valid-quota-scope-selector',
    summary:
      'The scopes of a scopeSelector are known, do not exclude each other, and fit the resources that the quota bounds.',
    why: 'A scope picks the objects that are counted, and not all objects have all resources.',
    fix: 'Make a quota of its own for what the scope does not fit.',
    source: `${SOURCE} validateScopedResourceSelectorRequirement`,
    example: {
      bad: 'spec: { hard: { services: 1 }, scopeSelector: { matchExpressions: [{ scopeName: PriorityClass, operator: Exists }] } }',
      good: 'spec: { hard: { pods: 1 }, scopeSelector: { matchExpressions: [{ scopeName: PriorityClass, operator: Exists }] } }',
    },
    visit: {
      ResourceQuota({ spec: { hard, scopeSelector } = {} }, at, report, { minor }) {
        const expressions = scopeSelector?.matchExpressions;
        if (!expressions) return;
        const field = at.down('spec', 'scopeSelector', 'matchExpressions');
        expressions.forEach(({ scopeName: scope = '' }, index) => {
          const place = field.index(index).child('scopeName');
          if (!isQuotaScope(scope, minor)) {
            const extra = { place, ...fixForScope(scope, minor) };
            report(invalid(field.child('scopeName'), scope, 'unsupported scope', extra));
          }
          for (const resource in hard) {
            if (!fitsScope(resource, scope))
              report(invalid(field, scope, `unsupported scope applied to resource ${resource}`, { place }));
          }
        });
        for (const [one, other] of conflictingScopes(expressions.map(({ scopeName = '' }) => scopeName)))
          report(invalid(field, expressions, `${one} and ${other} are conflicting scopes`, { fix: FIX_CONFLICT }));
      },
    },
  },
  {
    id: 'valid-quota-scope-operator',
    summary:
      'In and NotIn have values, Exists and DoesNotExist have none; only PriorityClass and VolumeAttributesClass have values to compare.',
    why: 'A pod either has one of the other scopes or has not.',
    fix: 'Write operator: Exists without values; for PriorityClass also In or NotIn with values.',
    source: `${SOURCE} validateScopedResourceSelectorRequirement`,
    example: {
      bad: 'spec: { scopeSelector: { matchExpressions: [{ scopeName: Terminating, operator: DoesNotExist }] } }',
      good: 'spec: { scopeSelector: { matchExpressions: [{ scopeName: Terminating, operator: Exists }] } }',
    },
    visit: {
      ResourceQuota({ spec }, at, report) {
        const field = at.down('spec', 'scopeSelector', 'matchExpressions');
        spec?.scopeSelector?.matchExpressions?.forEach(({ scopeName = '', operator = '', values = [] }, index) => {
          const place = field.index(index);
          if (isWithoutValue(scopeName) && operator !== 'Exists') {
            const detail = `must be Exists when scope is ${scopeName}`;
            report(invalid(field.child('operator'), operator, detail, { place: place.child('operator') }));
          }
          if (!OPERATORS.includes(operator)) {
            const extra = { place: place.child('operator'), ...didYouMean(operator, OPERATORS) };
            report(invalid(field.child('operator'), operator, 'not a valid selector operator', extra));
          }
          const compares = operator === 'In' || operator === 'NotIn';
          if (compares && values.length === 0)
            report(required(field.child('values'), `must be given when operator is ${operator}`, { place }));
          if ((operator === 'Exists' || operator === 'DoesNotExist') && values.length > 0) {
            const detail = `must be empty when operator is ${operator}`;
            report(invalid(field.child('values'), values, detail, { place: place.child('values') }));
          }
        });
      },
    },
  },
]);

function fixForScope(scope: string, minor: number): { readonly fix: string } {
  const known = quotaScopes.filter((name) => isQuotaScope(name, minor));
  return { fix: `Write one of ${known.join(', ')}.`, ...didYouMean(scope, known) };
}
