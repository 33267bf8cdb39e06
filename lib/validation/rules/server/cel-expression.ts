import { type CelNames, readCel } from '../../../kubernetes/cel/cel-names';
import type { ValidatingAdmissionPolicySpec } from '../../../kubernetes/generated/decoded';
import type { FieldPath } from '../../field-path';
import { invalid } from '../../finding';
import { defineRules, type Report } from '../../rule';

/** The names of types and of groups of functions, which stand in expressions as variables do. */
const KNOWN = new Set([
  'base64',
  'bool',
  'bytes',
  'cel',
  'cidr',
  'double',
  'duration',
  'dyn',
  'format',
  'google',
  'int',
  'ip',
  'jsonpatch',
  'JSONPatch',
  'kubernetes',
  'list',
  'lists',
  'map',
  'math',
  'net',
  'null_type',
  'Object',
  'optional',
  'optional_type',
  'quantity',
  'regex',
  'semver',
  'sets',
  'string',
  'strings',
  'timestamp',
  'type',
  'uint',
  'url',
]);
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
      matchCondition({ expression = '' }, at, report, { object }) {
        if (expression.trim() === '') return;
        const { paramKind } = (object.spec ?? {}) as ValidatingAdmissionPolicySpec;
        readExpression(expression, paramKind ? REQUEST_AND_PARAMS : REQUEST, at.child('expression'), report);
      },
    },
  },
]);

/**
 * Reads an expression that may speak of some variables only.
 *
 * @returns undefined after a report.
 */
export function readExpression(
  expression: string,
  variables: ReadonlySet<string>,
  at: FieldPath,
  report: Report,
): CelNames | undefined {
  const names = readCel(expression);
  if (names === undefined) {
    report(invalid(at, expression, 'compilation failed: syntax error'));
    return undefined;
  }
  for (const name of names.variables)
    if (!variables.has(name) && !KNOWN.has(name)) {
      report(invalid(at, expression, `compilation failed: undeclared reference to '${name}'`));
      return undefined;
    }
  return names;
}
