import type { ValidatingAdmissionPolicySpec } from '../../../kubernetes/generated/decoded';
import type { FieldPath } from '../../field-path';
import { invalid } from '../../finding';
import { defineRules, type Report } from '../../rule';
import { readExpression } from './cel-expression';

const HEAD =
  "apiVersion: admissionregistration.k8s.io/v1\nkind: ValidatingAdmissionPolicy\nmetadata: { name: check }\nspec: { matchConstraints: { resourceRules: [{ operations: [CREATE], apiGroups: [''], apiVersions: [v1], resources: [pods] }] }, validations: ";
const ALWAYS = ['namespaceObject', 'object', 'oldObject', 'request', 'variables'];

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
      admissionPolicySpec({ paramKind, variables }, at, report) {
        const names = namesFor(paramKind !== undefined);
        const known = new Set<string>();
        variables?.forEach(({ name = '', expression }, index) => {
          const field = at.child('variables').index(index).child('expression');
          readIn({ names, variables: known }, expression, field, report);
          known.add(name);
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

function namesFor(params: boolean, authorizer = true): ReadonlySet<string> {
  return new Set([...ALWAYS, ...(params ? ['params'] : []), ...(authorizer ? ['authorizer'] : [])]);
}

function reportExpressions(spec: ValidatingAdmissionPolicySpec, at: FieldPath, report: Report): void {
  const { paramKind, validations, auditAnnotations } = spec;
  const variables = new Set(spec.variables?.map(({ name = '' }) => name));
  const scope = { names: namesFor(paramKind !== undefined), variables };
  const withoutAuthorizer = { names: namesFor(paramKind !== undefined, false), variables };
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
