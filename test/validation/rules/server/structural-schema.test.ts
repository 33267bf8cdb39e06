import { structuralSchemaRules } from '../../../../lib/validation/rules/server/structural-schema';
import { testRules } from '../test-rules';
import { fieldOf, schemaOf } from './custom-resource';

const ROOT = 'spec.validation.openAPIV3Schema';
const A = `${ROOT}.properties[a]`;
const embedded = { type: 'object', 'x-kubernetes-embedded-resource': true };
const kept = { ...embedded, 'x-kubernetes-preserve-unknown-fields': true };

testRules(structuralSchemaRules, {
  'require-schema-type': {
    valid: {
      'an integer or a string': fieldOf({ 'x-kubernetes-int-or-string': true }),
      'any value': fieldOf({ 'x-kubernetes-preserve-unknown-fields': true }),
      'conditions without': fieldOf({ type: 'string', anyOf: [{ minLength: 1 }] }),
      'a schema with a word that no structural one has': schemaOf({ definitions: { b: {} }, properties: { a: {} } }),
    },
    invalid: {
      'at the root': [schemaOf({ type: undefined }), `${ROOT}.type: FieldValueRequired`],
      'another root': [schemaOf({ type: 'string' }), `${ROOT}.type: FieldValueInvalid`],
      'in a field': [fieldOf({}), `${A}.type: FieldValueRequired`],
      'in items': [fieldOf({ type: 'array', items: {} }), `${A}.items.type: FieldValueRequired`],
      'in a map': [
        fieldOf({ type: 'object', additionalProperties: {} }),
        `${A}.additionalProperties.type: FieldValueRequired`,
      ],
      'of an embedded resource': [fieldOf({ ...kept, type: 'string' }), `${A}.type: FieldValueInvalid`],
    },
  },
  'require-schema-items': {
    valid: { items: fieldOf({ type: 'array', items: { type: 'string' } }) },
    invalid: { none: [fieldOf({ type: 'array' }), `${A}.items: FieldValueRequired`] },
  },
  'no-additional-properties': {
    valid: { 'of a field': fieldOf({ type: 'object', additionalProperties: { type: 'string' } }) },
    invalid: {
      'at the root': [schemaOf({ additionalProperties: true }), `${ROOT}.additionalProperties: FieldValueForbidden`],
      'of an embedded resource': [
        fieldOf({ ...kept, additionalProperties: true }),
        `${A}.additionalProperties: FieldValueForbidden`,
      ],
    },
  },
  'valid-schema-extensions': {
    valid: { 'a resource that is kept': fieldOf(kept) },
    invalid: {
      'an integer or string that is kept': [
        fieldOf({ 'x-kubernetes-int-or-string': true, 'x-kubernetes-preserve-unknown-fields': true }),
        `${A}.x-kubernetes-preserve-unknown-fields: FieldValueInvalid`,
      ],
      'a resource without fields': [fieldOf(embedded), `${A}.properties: FieldValueRequired`],
    },
  },
  'valid-schema-metadata': {
    valid: {
      plain: schemaOf({ properties: { metadata: { type: 'object' } } }),
      'a pattern for the name': schemaOf({
        properties: { metadata: { type: 'object', properties: { name: { type: 'string', maxLength: 9 } } } },
      }),
    },
    invalid: {
      labels: [
        schemaOf({ properties: { metadata: { type: 'object', properties: { labels: { type: 'object' } } } } }),
        `${ROOT}.properties[metadata]: FieldValueForbidden`,
      ],
      'a description': [
        schemaOf({ properties: { metadata: { type: 'object', description: 'b' } } }),
        `${ROOT}.properties[metadata]: FieldValueForbidden`,
      ],
      'a kind that is no string': [
        schemaOf({ properties: { kind: { type: 'object' } } }),
        `${ROOT}.properties[kind].type: FieldValueInvalid`,
      ],
      'in an embedded resource': [
        fieldOf({ ...embedded, properties: { metadata: { type: 'string' } } }),
        `${A}.properties[metadata].type: FieldValueInvalid`,
      ],
    },
  },
  'valid-schema-pattern': {
    valid: { 'a pattern': fieldOf({ type: 'string', pattern: '^[a-z]+$' }) },
    invalid: {
      'an open bracket': [fieldOf({ type: 'string', pattern: '[' }), `${A}.pattern: FieldValueInvalid`],
      'look-ahead in a condition': [
        fieldOf({ type: 'string', not: { pattern: '(?=a)' } }),
        `${A}.not.pattern: FieldValueInvalid`,
      ],
    },
  },
});
