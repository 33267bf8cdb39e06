import { qualifiedName } from '../../../kubernetes/formats';
import type { MatchCondition } from '../../../kubernetes/generated/decoded';
import type { FieldPath } from '../../field-path';
import { duplicate, invalid, required, tooMany } from '../../finding';
import { defineRules, type Report } from '../../rule';

const MOST_CONDITIONS = 64;
const SOURCE = 'kubernetes pkg/apis/admissionregistration/validation/validation.go';
const CONFIGURATION =
  'apiVersion: admissionregistration.k8s.io/v1\nkind: ValidatingWebhookConfiguration\nmetadata: { name: check }\nwebhooks: ';

/** On which requests a webhook or an admission policy is asked at all. */
export const matchConditionRules = defineRules([
  {
    id: 'valid-match-condition-name',
    summary: 'A match condition has a name, which is a qualified name.',
    why: 'The name tells in logs which condition failed.',
    fix: 'Write a name such as exclude-leases.',
    source: `${SOURCE} validateMatchCondition`,
    example: {
      bad: `${CONFIGURATION}[{ matchConditions: [{ expression: 'true' }] }]`,
      good: `${CONFIGURATION}[{ matchConditions: [{ name: all, expression: 'true' }] }]`,
    },
    visit: {
      matchCondition({ name }, at, report) {
        const field = at.child('name');
        if (!name) report(required(field));
        else for (const reason of qualifiedName(name)) report(invalid(field, name, reason));
      },
    },
  },
  {
    id: 'require-match-condition-expression',
    summary: 'A match condition has an expression.',
    why: 'The expression decides whether the request counts.',
    fix: 'Write a CEL expression, such as request.operation == "CREATE".',
    source: `${SOURCE} validateMatchCondition`,
    example: {
      bad: `${CONFIGURATION}[{ matchConditions: [{ name: all }] }]`,
      good: `${CONFIGURATION}[{ matchConditions: [{ name: all, expression: 'true' }] }]`,
    },
    visit: {
      matchCondition({ expression = '' }, at, report) {
        if (expression.trim() === '') report(required(at.child('expression')));
      },
    },
  },
  {
    id: 'unique-match-condition',
    summary: `There are at most ${MOST_CONDITIONS} match conditions, each of another name.`,
    why: 'The name tells them apart.',
    fix: 'Rename or join conditions.',
    source: `${SOURCE} validateMatchConditions`,
    example: {
      bad: `${CONFIGURATION}[{ matchConditions: [{ name: all, expression: 'true' }, { name: all, expression: 'true' }] }]`,
      good: `${CONFIGURATION}[{ matchConditions: [{ name: all, expression: 'true' }] }]`,
    },
    visit: {
      webhook({ matchConditions }, at, report) {
        reportRepeated(matchConditions, at.child('matchConditions'), report);
      },
      admissionPolicySpec({ matchConditions }, at, report) {
        reportRepeated(matchConditions, at.child('matchConditions'), report);
      },
    },
  },
]);

function reportRepeated(conditions: readonly MatchCondition[] = [], at: FieldPath, report: Report): void {
  if (conditions.length > MOST_CONDITIONS) report(tooMany(at, conditions.length, MOST_CONDITIONS));
  const known = new Set<string>();
  conditions.forEach(({ name }, index) => {
    if (!name) return;
    if (known.has(name)) report(duplicate(at.index(index).child('name'), name));
    known.add(name);
  });
}
