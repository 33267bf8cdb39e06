import type { JSONSchemaProps } from '../../../kubernetes/generated/decoded';
import type { FieldPath } from '../../field-path';
import { forbidden, required } from '../../finding';
import { defineRules, type Report } from '../../rule';
import { isSchema, type SchemaCheck, visitStructural } from './schema-node';

/** What only the schema itself can say, not a condition on it. */
const STRUCTURE = [
  'type',
  'additionalProperties',
  'default',
  'title',
  'description',
  'nullable',
  'x-kubernetes-preserve-unknown-fields',
  'x-kubernetes-embedded-resource',
  'x-kubernetes-int-or-string',
  'x-kubernetes-list-map-keys',
  'x-kubernetes-list-type',
  'x-kubernetes-map-type',
  'x-kubernetes-validations',
] as const;

const noStructureInCondition: SchemaCheck = ({ schema, at, role }, report) => {
  if (role !== 'condition') return;
  for (const name of STRUCTURE) {
    const value = schema[name];
    if (value === undefined || (Array.isArray(value) && value.length === 0)) continue;
    report(forbidden(at.child(name), 'must be left out to be structural'));
  }
  if (schema.properties?.metadata)
    report(forbidden(at.child('properties').key('metadata'), 'must not be specified in a nested context'));
};

const requireConditionFields: SchemaCheck = ({ schema, at, role }, report) => {
  if (role === 'root') requireFieldsOf(schema, schema, at, report);
};

/** What is checked of conditions before a schema counts as structural. */
export const conditionChecks: readonly SchemaCheck[] = [noStructureInCondition, requireConditionFields];

/** The conditions of a schema: allOf, anyOf, oneOf and not. */
export const schemaConditionRules = defineRules([
  {
    id: 'no-structure-in-condition',
    summary:
      'Inside allOf, anyOf, oneOf and not there are neither types nor other words that give a schema its structure.',
    why: 'Conditions restrict values; what a field is stands outside of them.',
    fix: 'Move the type, default or description out of the condition.',
    source: 'k8s.io/apiextensions-apiserver pkg/apiserver/schema/validation.go validateNestedValueValidation',
    example: {
      bad: schemaExample('type: object, properties: { a: { type: string, anyOf: [{ type: string }] } }'),
      good: schemaExample('type: object, properties: { a: { type: string, anyOf: [{ maxLength: 9 }] } }'),
    },
    visit: { CustomResourceDefinition: visitStructural(noStructureInCondition) },
  },
  {
    id: 'require-condition-field',
    summary: 'Every field that a condition on the whole object speaks of stands in the properties too.',
    why: 'A field that only a condition names would be dropped.',
    fix: 'Add the field with its type to properties.',
    source: 'k8s.io/apiextensions-apiserver pkg/apiserver/schema/complete.go validateStructuralCompleteness',
    example: {
      bad: schemaExample('type: object, anyOf: [{ properties: { a: { minLength: 1 } } }]'),
      good: schemaExample('type: object, anyOf: [{ required: [a] }]'),
    },
    visit: { CustomResourceDefinition: visitStructural(requireConditionFields) },
  },
]);

function schemaExample(schema: string): string {
  return `spec: { versions: [{ name: v1, storage: true, schema: { openAPIV3Schema: { ${schema} } } }] }`;
}

function requireFieldsOf(condition: JSONSchemaProps, schema: JSONSchemaProps, at: FieldPath, report: Report): void {
  const parts = [condition.not ?? [], condition.allOf ?? [], condition.anyOf ?? [], condition.oneOf ?? []].flat();
  for (const part of parts) requireFields(part, schema, at, report);
}

function requireFields(condition: JSONSchemaProps, schema: JSONSchemaProps, at: FieldPath, report: Report): void {
  requireFieldsOf(condition, schema, at, report);
  if (isSchema(condition.items)) {
    if (isSchema(schema.items)) requireFields(condition.items, schema.items, at.child('items'), report);
    else report(required(at.child('items'), 'because a condition speaks of it'));
  }
  for (const name in condition.properties) {
    const part = condition.properties[name];
    const field = at.child('properties').key(name);
    const own = schema.properties?.[name];
    if (own === undefined) report(required(field, 'because a condition speaks of it'));
    else if (part) requireFields(part, own, field, report);
  }
}
