import type { MutatingAdmissionPolicySpec, ValidatingAdmissionPolicySpec } from '../../../kubernetes/generated/decoded';
import type { FieldPath } from '../../field-path';
import { invalid } from '../../finding';
import { defineRules, type Report } from '../../rule';
import { readExpression } from './read-expression';

const HEAD =
  "apiVersion: admissionregistration.k8s.io/v1\nkind: ValidatingAdmissionPolicy\nmetadata: { name: check }\nspec: { matchConstraints: { resourceRules: [{ operations: [CREATE], apiGroups: [''], apiVersions: [v1], resources: [pods] }] }, validations: ";
const ALWAYS = ['namespaceObject', 'object', 'oldObject', 'request', 'variables'];

type PolicySpec = ValidatingAdmissionPolicySpec | MutatingAdmissionPolicySpec;

/** The expressions of admission policies, in CEL, as far as they can be told without compiling them. */
export const admissionExpressionRules = defineRules([
  {
    id: 'valid-policy-expression',
    summary:
      'The expressions of a policy are well formed and use what there is: object, params with a paramKind, variables that stand before them.',
    why: 'They are compiled when the policy is created.',
    fix: 'Correct the expression; the object of the request is object.',
    source:
      'kubernetes pkg/apis/admissionregistration/validation/validation.go validateVariable, validateValidationExpression, validateMessageExpression, validateAuditAnnotation, validateMutation',
    example: {
      bad: `${HEAD}[{ expression: 'object.spec.replicas <= params.most' }] }`,
      good: `${HEAD}[{ expression: 'has(object.spec)' }] }`,
    },
    visit: {
      admissionPolicySpec({ paramKind, variables }, at, report, { minor }) {
        const names = namesFor(paramKind !== undefined);
        const known = new Set<string>();
        variables?.forEach(({ name = '', expression }, index) => {
          const field = at.child('variables').index(index).child('expression');
          readIn({ names, variables: known, minor, report }, expression, field);
          known.add(name);
        });
      },
      ValidatingAdmissionPolicy({ spec = {} }, at, report, { minor }) {
        readValidations(spec, at.child('spec'), { ...scopeOf(spec), minor, report });
      },
      MutatingAdmissionPolicy({ spec = {} }, at, report, { minor }) {
        const scope = { ...scopeOf(spec), minor, report };
        spec.mutations?.forEach(({ applyConfiguration, jsonPatch }, index) => {
          const field = at.down('spec', 'mutations').index(index);
          readIn(scope, applyConfiguration?.expression, field.down('applyConfiguration', 'expression'));
          readIn(scope, jsonPatch?.expression, field.down('jsonPatch', 'expression'));
        });
      },
    },
  },
]);

/** What an expression may use, and where what is wrong with it is told. */
interface Scope {
  readonly names: ReadonlySet<string>;
  readonly variables: ReadonlySet<string>;
  readonly minor: number;
  readonly report: Report;
}

function namesFor(params: boolean, authorizer = true): ReadonlySet<string> {
  return new Set([...ALWAYS, ...(params ? ['params'] : []), ...(authorizer ? ['authorizer'] : [])]);
}

function scopeOf({ paramKind, variables = [] }: PolicySpec): Pick<Scope, 'names' | 'variables'> {
  return { names: namesFor(paramKind !== undefined), variables: new Set(variables.map(({ name = '' }) => name)) };
}

function readValidations(spec: ValidatingAdmissionPolicySpec, at: FieldPath, scope: Scope): void {
  const { paramKind, validations, auditAnnotations } = spec;
  const withoutAuthorizer = { ...scope, names: namesFor(paramKind !== undefined, false) };
  validations?.forEach(({ expression, messageExpression }, index) => {
    const field = at.child('validations').index(index);
    readIn(scope, expression, field.child('expression'));
    readIn(withoutAuthorizer, messageExpression, field.child('messageExpression'));
  });
  auditAnnotations?.forEach(({ valueExpression }, index) => {
    readIn(scope, valueExpression, at.child('auditAnnotations').index(index).child('valueExpression'));
  });
}

function readIn({ names, variables, minor, report }: Scope, expression = '', at: FieldPath): void {
  if (expression.trim() === '') return;
  const read = readExpression(expression, at, { variables: names, minor, report });
  for (const [variable, name] of read?.selections ?? [])
    if (variable === 'variables' && name !== undefined && !variables.has(name)) {
      report(invalid(at, expression, `compilation failed: undefined field '${name}'`));
      return;
    }
}
