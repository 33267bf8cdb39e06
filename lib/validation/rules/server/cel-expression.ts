import { type CelNames, readCel } from '../../../kubernetes/cel/cel-names';
import type { JSONSchemaProps } from '../../../kubernetes/generated/decoded';
import { celFields } from '../../custom-resources/cel-fields';
import type { FieldPath } from '../../field-path';
import { invalid } from '../../finding';
import { defineRules, type Report } from '../../rule';
import { hasSoundDefaults } from './default-findings';
import { isSchema, visitRoots, walkSchema } from './schema-node';
import { isStructural } from './structural-schema';

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
const REQUEST = new Set(['authorizer', 'namespaceObject', 'object', 'oldObject', 'params', 'request', 'variables']);
const SELF = new Set(['oldSelf', 'self']);
/** What every object has, whether its schema says so or not. */
const OBJECT_FIELDS = new Set(['apiVersion', 'kind', 'metadata']);

/** Expressions in CEL, as far as that can be told without compiling them. */
export const celExpressionRules = defineRules([
  {
    id: 'valid-admission-expression',
    summary: 'A match condition is well formed and uses what admission knows: object, oldObject, request, authorizer.',
    why: 'The expression is compiled when the configuration is created.',
    fix: 'Correct the expression; the object of the request is object.',
    source: 'kubernetes pkg/apis/admissionregistration/validation/validation.go validateMatchConditionsExpression',
    example: {
      bad: "apiVersion: admissionregistration.k8s.io/v1\nkind: ValidatingWebhookConfiguration\nmetadata: { name: check }\nwebhooks: [{ matchConditions: [{ name: a, expression: 'pod.spec' }] }]",
      good: "apiVersion: admissionregistration.k8s.io/v1\nkind: ValidatingWebhookConfiguration\nmetadata: { name: check }\nwebhooks: [{ matchConditions: [{ name: a, expression: 'has(object.spec)' }] }]",
    },
    visit: {
      matchCondition({ expression = '' }, at, report) {
        if (expression.trim() !== '') readExpression(expression, REQUEST, at.child('expression'), report);
      },
    },
  },
  {
    id: 'valid-validation-expression',
    summary: 'A validation rule of a schema is well formed, and uses self and its fields.',
    why: 'The rule is compiled when the CustomResourceDefinition is created.',
    fix: 'Correct the expression; the value that the schema is for is self.',
    source:
      'k8s.io/apiextensions-apiserver pkg/apis/apiextensions/validation/validation.go ValidateCustomResourceDefinitionOpenAPISchema, pkg/apiserver/schema/cel/compilation.go Compile',
    example: { bad: example('self.b > 0'), good: example('self.a > 0') },
    visit: {
      CustomResourceDefinition: visitRoots((root, report, _hasStatus, minor) => {
        if (!hasRules(root.schema) || !isStructural(root) || !hasSoundDefaults(root, minor)) return;
        walkSchema(root, ({ schema, at, role }) => {
          if (role === 'condition' || role === 'other') return;
          schema['x-kubernetes-validations']?.forEach(({ rule = '' }, index) => {
            if (rule.trim() === '') return;
            const field = at.child('x-kubernetes-validations').index(index).child('rule');
            const names = readExpression(rule, SELF, field, report);
            const missing = names && missingField(names, schema, role === 'root');
            if (missing !== undefined) report(invalid(field, rule, `undefined field '${missing}'`));
          });
        });
      }),
    },
  },
]);

function example(rule: string): string {
  return `spec: { versions: [{ name: v1, storage: true, schema: { openAPIV3Schema: { type: object, properties: { a: { type: integer } }, x-kubernetes-validations: [{ rule: ${rule} }] } } }] }`;
}

function readExpression(
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

/** The first field of self that the schema does not have. */
function missingField({ selections }: CelNames, schema: JSONSchemaProps, isRoot: boolean): string | undefined {
  for (const [variable, ...path] of selections) {
    if (variable !== 'self' && variable !== 'oldSelf') continue;
    let place: JSONSchemaProps | undefined = schema;
    let isObject = isRoot;
    for (const name of path) {
      if (place === undefined || place.type !== 'object' || isSchema(place.additionalProperties)) break;
      if (place['x-kubernetes-preserve-unknown-fields'] || place.additionalProperties) break;
      if ((isObject || place['x-kubernetes-embedded-resource']) && OBJECT_FIELDS.has(name)) break;
      const next: JSONSchemaProps | undefined = place.properties?.[celFields(place).get(name) ?? ''];
      if (next === undefined) return name;
      place = next;
      isObject = false;
    }
  }
  return undefined;
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
