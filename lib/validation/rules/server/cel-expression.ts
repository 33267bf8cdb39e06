import type { ValidatingAdmissionPolicySpec } from '../../../kubernetes/generated/decoded';
import { defineRules } from '../../rule';
import { readExpression } from './read-expression';

const REQUEST = new Set(['authorizer', 'namespaceObject', 'object', 'oldObject', 'request']);
const REQUEST_AND_PARAMS = new Set([...REQUEST, 'params']);

/** Expressions in CEL, as far as that can be told without compiling them. */
export const celExpressionRules = defineRules([
  {
    id: 'valid-admission-expression',
    summary:
      'A match condition is well formed and uses what admission knows: object, oldObject, request, authorizer, and params with a paramKind.',
    why: 'The expression is compiled when the configuration is created.',
    fix: 'Correct the expression; the object of the request is object.',
    source: 'kubernetes pkg/apis/admissionregistration/validation/validation.go validateMatchConditionsExpression',
    example: {
      bad: "apiVersion: admissionregistration.k8s.io/v1\nkind: ValidatingWebhookConfiguration\nmetadata: { name: check }\nwebhooks: [{ matchConditions: [{ name: a, expression: 'pod.spec' }] }]",
      good: "apiVersion: admissionregistration.k8s.io/v1\nkind: ValidatingWebhookConfiguration\nmetadata: { name: check }\nwebhooks: [{ matchConditions: [{ name: a, expression: 'has(object.spec)' }] }]",
    },
    visit: {
      matchCondition({ expression = '' }, at, report, { minor, object }) {
        if (expression.trim() === '') return;
        const { paramKind } = (object.spec ?? {}) as ValidatingAdmissionPolicySpec;
        const variables = paramKind ? REQUEST_AND_PARAMS : REQUEST;
        readExpression(expression, at.child('expression'), { variables, minor, report });
      },
    },
  },
]);
