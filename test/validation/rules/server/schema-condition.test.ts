import { schemaConditionRules } from '../../../../lib/validation/rules/server/schema-condition';
import { testRules } from '../test-rules';
import { fieldOf, schemaOf } from './custom-resource';

const ROOT = 'spec.validation.openAPIV3Schema';
const A = `${ROOT}.properties[a]`;
const intOrString = [{ type: 'integer' }, { type: 'string' }];

testRules(schemaConditionRules, {
  'no-structure-in-condition': {
    valid: {
      'an integer or a string': fieldOf({ 'x-kubernetes-int-or-string': true, anyOf: intOrString }),
      'one inside allOf': fieldOf({ 'x-kubernetes-int-or-string': true, allOf: [{ anyOf: intOrString }, {}] }),
      'limits of values': fieldOf({ type: 'string', anyOf: [{ maxLength: 9 }, { enum: ['b'] }] }),
    },
    invalid: {
      'a type': [fieldOf({ type: 'string', anyOf: [{ type: 'string' }] }), `${A}.anyOf[0].type: FieldValueForbidden`],
      'the types the other way round': [
        fieldOf({ 'x-kubernetes-int-or-string': true, anyOf: [...intOrString].reverse() }),
        `${A}.anyOf[0].type: FieldValueForbidden`,
        `${A}.anyOf[1].type: FieldValueForbidden`,
      ],
      'an integer or string in the second of allOf': [
        fieldOf({ 'x-kubernetes-int-or-string': true, allOf: [{}, { anyOf: intOrString }] }),
        `${A}.allOf[1].anyOf[0].type: FieldValueForbidden`,
        `${A}.allOf[1].anyOf[1].type: FieldValueForbidden`,
      ],
      'a description and a default inside': [
        schemaOf({
          not: { properties: { a: { description: 'b', default: 1 } } },
          properties: { a: { type: 'string' } },
        }),
        `${ROOT}.not.properties[a].description: FieldValueForbidden`,
        `${ROOT}.not.properties[a].default: FieldValueForbidden`,
      ],
      metadata: [
        schemaOf({ oneOf: [{ properties: { metadata: {} } }], properties: { metadata: { type: 'object' } } }),
        `${ROOT}.oneOf[0].properties[metadata]: FieldValueForbidden`,
      ],
    },
  },
  'require-condition-field': {
    valid: {
      'a field that is there': schemaOf({ anyOf: [{ properties: { a: {} } }], properties: { a: { type: 'string' } } }),
      'a condition on a field, which is not followed': fieldOf({ type: 'object', anyOf: [{ properties: { b: {} } }] }),
    },
    invalid: {
      'a field that is missing': [
        schemaOf({ allOf: [{ not: { properties: { b: {} } } }] }),
        `${ROOT}.properties[b]: FieldValueRequired`,
      ],
      'items that are missing': [
        schemaOf({ anyOf: [{ properties: { a: { items: {} } } }], properties: { a: { type: 'string' } } }),
        `${A}.items: FieldValueRequired`,
      ],
    },
  },
});
