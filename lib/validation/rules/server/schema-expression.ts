import { celNames } from '../../../kubernetes/cel/cel-names';
import { BOOL, type CelType, isOpen, STRING } from '../../../kubernetes/cel/cel-type';
import { CelTypeError, checkCel, type TypeScope } from '../../../kubernetes/cel/check-cel';
import { parseCel } from '../../../kubernetes/cel/parse-cel';
import type { JSONSchemaProps, ValidationRule } from '../../../kubernetes/generated/decoded';
import { celSchemaType } from '../../custom-resources/cel-schema-type';
import { FieldPath } from '../../field-path';
import { invalid } from '../../finding';
import { defineRules, type Report } from '../../rule';
import { hasSoundDefaults } from './default-findings';
import { openAPIChecks } from './open-api-schema';
import { readExpression } from './read-expression';
import { listTypeChecks } from './schema-list-type';
import { isSchema, type SchemaNode, visitRoots, walkSchema } from './schema-node';
import { isStructural } from './structural-schema';

const SELF = new Set(['oldSelf', 'self']);
const SOURCE =
  'k8s.io/apiextensions-apiserver pkg/apis/apiextensions/validation/validation.go ValidateCustomResourceDefinitionOpenAPISchema';

/** The expressions of the schema of a custom resource. */
export const schemaExpressionRules = defineRules([
  {
    id: 'valid-validation-expression',
    summary: 'A validation rule of a schema is well formed, fits the types of the schema, and is true or false.',
    why: 'The rule is compiled when the CustomResourceDefinition is created.',
    fix: 'Correct the expression; the value that the schema is for is self.',
    source: `${SOURCE}, pkg/apiserver/schema/cel/compilation.go Compile`,
    example: { bad: example('self.b > 0'), good: example('self.a > 0') },
    visit: {
      CustomResourceDefinition: visitExpressions(({ rule, node, at, ...rest }) => {
        const expression = rule.rule ?? '';
        const isSound = checkExpression(expression, BOOL, scopeOf(rule, node), { at: at.child('rule'), ...rest });
        const { messageExpression = '' } = rule;
        if (isSound && messageExpression.trim() !== '')
          checkExpression(messageExpression, STRING, scopeOf(rule, node), {
            at: at.child('messageExpression'),
            ...rest,
          });
      }),
    },
  },
  {
    id: 'valid-old-self',
    summary:
      'A validation rule speaks of oldSelf only where the old value can be told, and has optionalOldSelf only then.',
    why: 'The items of a list have no old values, unless the list is a map by keys.',
    fix: 'Leave optionalOldSelf out, or move the rule to the list, or write x-kubernetes-list-type: map.',
    source: SOURCE,
    example: {
      bad: example('self.a > 0', 'optionalOldSelf: true'),
      good: example('self.a > oldSelf.a'),
    },
    visit: {
      CustomResourceDefinition: visitExpressions(({ rule, node, at, report, minor }) => {
        const expression = rule.rule ?? '';
        const usesOld = isCompiled(expression, scopeOf(rule, node), minor) && speaksOfOldSelf(expression);
        if (!usesOld && rule.optionalOldSelf !== undefined)
          report(
            invalid(at.child('optionalOldSelf'), rule.optionalOldSelf, 'must not be set where the rule has no oldSelf'),
          );
        if (usesOld && node.isUncorrelatable)
          report(invalid(at.child('rule'), expression, 'must not use oldSelf below a list whose items have no keys'));
      }),
    },
  },
]);

function example(rule: string, more?: string): string {
  const item = more === undefined ? `rule: ${rule}` : `rule: ${rule}, ${more}`;
  return `spec: { versions: [{ name: v1, storage: true, schema: { openAPIV3Schema: { type: object, properties: { a: { type: integer } }, x-kubernetes-validations: [{ ${item} }] } } }] }`;
}

/** A rule that the server compiles, and the schema that it is for. */
interface Expression {
  readonly rule: ValidationRule;
  readonly node: SchemaNode;
  readonly at: FieldPath;
  readonly report: Report;
  readonly minor: number;
}

/** A visit of the rules that the server gets to: nothing else may be wrong below, nor with any default. */
function visitExpressions(check: (expression: Expression) => void) {
  return visitRoots((root, report, _hasStatus, minor) => {
    if (!hasRules(root.schema) || !isStructural(root) || !hasSoundDefaults(root, minor)) return;
    walkSchema(root, (node) => {
      const rules = node.schema['x-kubernetes-validations'];
      if (node.role === 'condition' || node.role === 'other' || !rules?.length || hasFaults(node)) return;
      rules.forEach((rule, index) => {
        const at = node.at.child('x-kubernetes-validations').index(index);
        if ((rule.rule ?? '').trim() !== '') check({ rule, node, at, report, minor });
      });
    });
  });
}

function hasFaults(node: SchemaNode): boolean {
  let faults = 0;
  walkSchema(node, (below) => {
    for (const check of [...openAPIChecks, ...listTypeChecks])
      check(below, () => {
        faults += 1;
      });
  });
  return faults > 0;
}

/** What self and oldSelf are; undefined where the schema has no type that expressions could speak of. */
function scopeOf({ optionalOldSelf }: ValidationRule, { schema, role }: SchemaNode): TypeScope | undefined {
  const type = celSchemaType(schema, role === 'root');
  if (type === undefined) return undefined;
  const old: CelType = optionalOldSelf ? { kind: 'optional', of: type } : type;
  return { name: 'self', type, outer: { name: 'oldSelf', type: old } };
}

/** Whether an expression is well formed and of a type; reports why not. */
function checkExpression(
  expression: string,
  wanted: CelType,
  scope: TypeScope | undefined,
  { at, report, minor }: Pick<Expression, 'at' | 'report' | 'minor'>,
): boolean {
  if (readExpression(expression, at, { variables: SELF, minor, report }) === undefined) return false;
  const fault = typeFault(expression, wanted, scope);
  if (fault !== undefined) report(invalid(at, expression, fault));
  return fault === undefined;
}

/** Whether a rule is compiled, for all that can be told. */
function isCompiled(expression: string, scope: TypeScope | undefined, minor: number): boolean {
  return checkExpression(expression, BOOL, scope, { at: FieldPath.root, report: () => {}, minor });
}

function speaksOfOldSelf(expression: string): boolean {
  const node = parseCel(expression);
  return node !== undefined && celNames(node).variables.has('oldSelf');
}

function typeFault(expression: string, wanted: CelType, scope: TypeScope | undefined): string | undefined {
  const node = parseCel(expression);
  if (node === undefined || scope === undefined) return undefined;
  try {
    const { kind } = checkCel(node, scope);
    const isOther = kind !== wanted.kind && kind !== 'unknown';
    return isOther
      ? `must be of type ${wanted.kind}, and is of type ${isOpen({ kind } as CelType) ? 'dyn' : kind}`
      : undefined;
  } catch (error) {
    if (error instanceof CelTypeError) return `compilation failed: ${error.message}`;
    throw error;
  }
}

/** Whether some part of a schema has rules; looked for first, since few have. */
function hasRules(schema: JSONSchemaProps): boolean {
  if (schema['x-kubernetes-validations']?.length) return true;
  if (isSchema(schema.items) && hasRules(schema.items)) return true;
  if (isSchema(schema.additionalProperties) && hasRules(schema.additionalProperties)) return true;
  for (const name in schema.properties) {
    const property = schema.properties[name];
    if (property && hasRules(property)) return true;
  }
  return false;
}
