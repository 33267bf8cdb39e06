import type { ValidatingAdmissionPolicySpec, Variable } from '../../../kubernetes/generated/decoded';
import type { FieldPath } from '../../field-path';
import { invalid } from '../../finding';
import { defineRules, type Report } from '../../rule';
import { readExpression } from './cel-expression';

const HEAD =
  "apiVersion: admissionregistration.k8s.io/v1\nkind: ValidatingAdmissionPolicy\nmetadata: { name: check }\nspec: { matchConstraints: { resourceRules: [{ operations: [CREATE], apiGroups: [''], apiVersions: [v1], resources: [pods] }] }, validations: ";
const ALWAYS = ['namespaceObject', 'object', 'oldObject', 'request'];

/** The expressions of admission policies, in CEL, as far as they can be told without compiling them. */
export const admissionExpressionRules = defineRules([
  {
    id: 'valid-policy-expression',
    summary:
      'The expressions of a policy are well formed and use what there is: object, params with a paramKind, variables that stand before them.',
    why: 'They are compiled when the policy is created.',
    fix: 'Correct the expression; the object of the request is object.',
    source:
      'kubernetes pkg/apis/admissionregistration/validation/validation.go validateVariable, validateValidationExpression, validateMessageExpression, validateAuditAnnotation',
    example: {
      bad: `${HEAD}[{ expression: 'object.spec.replicas <= params.most' }] }`,
      good: `${HEAD}[{ expression: 'has(object.spec)' }] }`,
    },
    visit: {
      admissionPolicySpec({ paramKind, variables = [] }, at, report) {
        variables.forEach(({ expression }, index) => {
          const scope = scopeOf(paramKind !== undefined, variables.slice(0, index));
          readIn(scope, expression, at.child('variables').index(index).child('expression'), report);
        });
      },
      ValidatingAdmissionPolicy({ spec = {} }, at, report) {
        reportExpressions(spec, at.child('spec'), report);
      },
    },
  },
]);

/** What an expression may use. */
interface Scope {
  readonly names: ReadonlySet<string>;
  readonly variables: ReadonlySet<string>;
}

function scopeOf(params: boolean, variables: readonly Variable[], authorizer = true): Scope {
  const names = new Set([...ALWAYS, 'variables']);
  if (params) names.add('params');
  if (authorizer) names.add('authorizer');
  return { names, variables: new Set(variables.map(({ name = '' }) => name)) };
}

function reportExpressions(spec: ValidatingAdmissionPolicySpec, at: FieldPath, report: Report): void {
  const { paramKind, variables = [], validations, auditAnnotations } = spec;
  const scope = scopeOf(paramKind !== undefined, variables);
  const withoutAuthorizer = scopeOf(paramKind !== undefined, variables, false);
  validations?.forEach(({ expression, messageExpression }, index) => {
    const field = at.child('validations').index(index);
    readIn(scope, expression, field.child('expression'), report);
    readIn(withoutAuthorizer, messageExpression, field.child('messageExpression'), report);
  });
  auditAnnotations?.forEach(({ valueExpression }, index) => {
    readIn(scope, valueExpression, at.child('auditAnnotations').index(index).child('valueExpression'), report);
  });
}

function readIn({ names, variables }: Scope, expression = '', at: FieldPath, report: Report): void {
  if (expression.trim() === '') return;
  const read = readExpression(expression, names, at, report);
  for (const [variable, name] of read?.selections ?? [])
    if (variable === 'variables' && name !== undefined && !variables.has(name)) {
      report(invalid(at, expression, `compilation failed: undefined field '${name}'`));
      return;
    }
}
