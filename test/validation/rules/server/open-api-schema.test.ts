import { openAPISchemaRules } from '../../../../lib/validation/rules/server/open-api-schema';
import { testRules } from '../test-rules';
import { crdVersion, customResource, fieldOf, schemaOf } from './custom-resource';

const ROOT = 'spec.validation.openAPIV3Schema';
const A = `${ROOT}.properties[a]`;
const status = { subresources: { status: {} } };

testRules(openAPISchemaRules, {
  'valid-schema-type': {
    valid: { number: fieldOf({ type: 'number' }), none: fieldOf({}) },
    invalid: {
      text: [fieldOf({ type: 'text' }), `${A}.type: FieldValueNotSupported`],
      null: [fieldOf({ type: 'null' }), `${A}.type: FieldValueNotSupported`, `${A}.type: FieldValueForbidden`],
      'in versions that differ': [
        customResource({
          versions: [
            crdVersion(),
            crdVersion({ name: 'v2', storage: false, schema: { openAPIV3Schema: { type: 'map' } } }),
          ],
        }),
        'spec.versions[1].schema.openAPIV3Schema.type: FieldValueNotSupported',
      ],
    },
  },
  'no-schema-keyword': {
    valid: { 'empty maps': fieldOf({ type: 'object', patternProperties: {}, definitions: {} }) },
    invalid: {
      references: [
        fieldOf({ type: 'object', $ref: '#/a', id: 'a' }),
        `${A}.$ref: FieldValueForbidden`,
        `${A}.id: FieldValueForbidden`,
      ],
      'a list of schemas': [fieldOf({ type: 'array', items: [{ type: 'string' }] }), `${A}.items: FieldValueForbidden`],
      'unique items': [
        fieldOf({ type: 'array', items: { type: 'string' }, uniqueItems: true }),
        `${A}.uniqueItems: FieldValueForbidden`,
      ],
      'maps of schemas': [
        fieldOf({ type: 'object', patternProperties: { b: {} }, definitions: { b: {} }, dependencies: {} }),
        `${A}.patternProperties: FieldValueForbidden`,
        `${A}.definitions: FieldValueForbidden`,
        `${A}.dependencies: FieldValueForbidden`,
      ],
    },
  },
  'no-mixed-properties': {
    valid: {
      true: fieldOf({ type: 'object', properties: { b: { type: 'string' } }, additionalProperties: true }),
      'no properties': fieldOf({ type: 'object', properties: {}, additionalProperties: false }),
    },
    invalid: {
      both: [
        fieldOf({ type: 'object', properties: { b: { type: 'string' } }, additionalProperties: { type: 'string' } }),
        `${A}.additionalProperties: FieldValueForbidden`,
      ],
    },
  },
  'valid-preserve-unknown-fields': {
    valid: { true: fieldOf({ 'x-kubernetes-preserve-unknown-fields': true }) },
    invalid: {
      false: [
        fieldOf({ type: 'object', 'x-kubernetes-preserve-unknown-fields': false }),
        `${A}.x-kubernetes-preserve-unknown-fields: FieldValueInvalid`,
      ],
      'a resource in metadata': [
        schemaOf({ properties: { metadata: { type: 'object', 'x-kubernetes-embedded-resource': true } } }),
        `${ROOT}.properties[metadata].x-kubernetes-embedded-resource: FieldValueForbidden`,
      ],
    },
  },
  'valid-schema-root': {
    valid: {
      'a condition without a status': schemaOf({ anyOf: [{ required: ['a'] }] }),
      'rules with a status': schemaOf({ 'x-kubernetes-validations': [{ rule: 'true' }] }, status),
    },
    invalid: {
      nullable: [schemaOf({ nullable: true }), `${ROOT}.nullable: FieldValueForbidden`],
      'a condition with a status': [schemaOf({ anyOf: [{ required: ['a'] }] }, status), `${ROOT}: FieldValueInvalid`],
      'another type with a status': [
        schemaOf({ type: 'string', anyOf: [{}] }, status),
        `${ROOT}.type: FieldValueInvalid`,
      ],
    },
  },
});
