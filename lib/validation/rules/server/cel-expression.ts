import type { CelNames } from '../../../kubernetes/cel/cel-names';
import type { JSONSchemaProps, ValidatingAdmissionPolicySpec } from '../../../kubernetes/generated/decoded';
import { celFields } from '../../custom-resources/cel-fields';
import { invalid } from '../../finding';
import { defineRules } from '../../rule';
import { readExpression } from './read-expression';
import { isSchema, visitRoots, walkSchema } from './schema-node';
import { isStructural } from './structural-schema';

const REQUEST = new Set(['authorizer', 'namespaceObject', 'object', 'oldObject', 'request']);
const REQUEST_AND_PARAMS = new Set([...REQUEST, 'params']);
const SELF = new Set(['oldSelf', 'self']);
/** What every object has, whether its schema says so or not. */
const OBJECT_FIELDS = new Set(['apiVersion', 'kind', 'metadata']);

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
  {
    id: 'valid-validation-expression',
    summary: 'A validation rule of a schema is well formed, and uses self and its fields.',
    why: 'The rule is compiled when the CustomResourceDefinition is created.',
    fix: 'Correct the expression; the value that the schema is for is self.',
    source:
      'k8s.io/apiextensions-apiserver pkg/apis/apiextensions/validation/validation.go ValidateCustomResourceDefinitionOpenAPISchema, pkg/apiserver/schema/cel/compilation.go Compile',
    example: { bad: example('self.b > 0'), good: example('self.a > 0') },
    visit: {
      CustomResourceDefinition: visitRoots((root, report, { minor }) => {
        if (!hasRules(root.schema) || !isStructural(root)) return;
        walkSchema(root, ({ schema, at, role }) => {
          if (role === 'condition' || role === 'other') return;
          schema['x-kubernetes-validations']?.forEach(({ rule = '', messageExpression = '' }, index) => {
            const field = at.child('x-kubernetes-validations').index(index);
            for (const [name, expression] of Object.entries({ rule, messageExpression })) {
              if (expression.trim() === '') continue;
              const names = readExpression(expression, field.child(name), { variables: SELF, minor, report });
              const missing = names && missingField(names, schema, role === 'root');
              if (missing !== undefined) report(invalid(field.child(name), expression, `undefined field '${missing}'`));
              if (names === undefined || missing !== undefined) return;
            }
          });
        });
      }),
    },
  },
]);

function example(rule: string): string {
  return `spec: { versions: [{ name: v1, storage: true, schema: { openAPIV3Schema: { type: object, properties: { a: { type: integer } }, x-kubernetes-validations: [{ rule: ${rule} }] } } }] }`;
}

/**
 * The first field of self that expressions do not see.
 *
 * Follows pkg/apiserver/schema/cel/model/schemas.go SchemaDeclType and WithTypeAndObjectMeta.
 */
function missingField({ selections }: CelNames, schema: JSONSchemaProps, isRoot: boolean): string | undefined {
  for (const [variable, ...path] of selections) {
    if (variable !== 'self' && variable !== 'oldSelf') continue;
    let place = schema;
    let isObject = isRoot || schema['x-kubernetes-embedded-resource'] === true;
    for (const name of path) {
      if (place.type !== 'object') break;
      const next = isObject && OBJECT_FIELDS.has(name) ? objectField(place, name) : fieldOf(place, name);
      if (next === undefined || !isSeen(next)) return name;
      place = next;
      isObject = next['x-kubernetes-embedded-resource'] === true;
    }
  }
  return undefined;
}

/** An entry of a map, or a field that is declared: those that are merely kept are not seen. */
function fieldOf(schema: JSONSchemaProps, name: string): JSONSchemaProps | undefined {
  if (isSchema(schema.additionalProperties)) return schema.additionalProperties;
  return schema.properties?.[celFields(schema).get(name) ?? ''];
}

/** What every object has, whether its schema says so or not: of its metadata, the names. */
function objectField({ properties = {} }: JSONSchemaProps, name: string): JSONSchemaProps {
  if (name !== 'metadata') return { type: 'string' };
  const names = { name: { type: 'string' }, generateName: { type: 'string' } };
  return { type: 'object', properties: { ...properties.metadata?.properties, ...names } };
}

/** Whether a value has a type in expressions; one of any type has none. */
function isSeen({ type, items, additionalProperties, ...schema }: JSONSchemaProps): boolean {
  if (schema['x-kubernetes-int-or-string']) return true;
  if (type === 'array') return isSchema(items) && isSeen(items);
  return Boolean(type) && (!isSchema(additionalProperties) || isSeen(additionalProperties));
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
