import { schemaDefaultRules } from '../../../../lib/validation/rules/server/schema-default';
import { testRules } from '../test-rules';
import { fieldOf, schemaOf } from './custom-resource';

const ROOT = 'spec.validation.openAPIV3Schema';
const DEFAULT = `${ROOT}.properties[a].default`;
const objectWith = (properties: object, value: unknown, more: object = {}) =>
  fieldOf({ type: 'object', properties, default: value, ...more });

testRules(schemaDefaultRules, {
  'no-meta-default': {
    valid: { 'of a field': fieldOf({ type: 'string', default: 'b' }) },
    invalid: {
      'of the kind': [
        schemaOf({ properties: { kind: { type: 'string', default: 'Widget' } } }),
        `${ROOT}.properties[kind].default: FieldValueForbidden`,
      ],
      'in a map of embedded metadata': [
        fieldOf({
          type: 'object',
          'x-kubernetes-embedded-resource': true,
          properties: {
            metadata: {
              type: 'object',
              properties: { labels: { type: 'object', additionalProperties: { type: 'string', default: 'b' } } },
            },
          },
        }),
        `${ROOT}.properties[a].properties[metadata].properties[labels].additionalProperties.default: FieldValueForbidden`,
      ],
    },
  },
  'valid-schema-default': {
    valid: {
      'an integer': fieldOf({ type: 'integer', default: 1 }),
      'an integer or a string': fieldOf({ 'x-kubernetes-int-or-string': true, default: '10%' }),
      'an empty object': objectWith({ b: { type: 'string' } }, {}),
      'a date': fieldOf({ type: 'string', format: 'date', default: '2026-01-31' }),
      'any entry of a map': fieldOf({ type: 'object', additionalProperties: { type: 'integer', default: 'b' } }),
      'a text for a list that has a number or text': fieldOf({
        'x-kubernetes-int-or-string': true,
        minimum: 1.5,
        default: 1,
      }),
      'a value that keeps a rule': fieldOf({
        type: 'integer',
        'x-kubernetes-validations': [{ rule: 'self > 1' }],
        default: 2,
      }),
      'unknown fields that are kept': fieldOf({
        type: 'object',
        'x-kubernetes-preserve-unknown-fields': true,
        default: { c: { d: 1 } },
      }),
      'a map': fieldOf({ type: 'object', additionalProperties: { type: 'string' }, default: { b: 'c' } }),
      'a pattern of Go': fieldOf({ type: 'string', pattern: '(?i)^B$', default: 'b' }),
      'any value of a schema without structure': schemaOf({
        properties: { a: { type: 'integer', default: 'b' }, c: {} },
      }),
    },
    invalid: {
      'another type': [fieldOf({ type: 'integer', default: '1' }), `${DEFAULT}: FieldValueTypeInvalid`],
      'a fraction': [fieldOf({ type: 'integer', default: 1.5 }), `${DEFAULT}: FieldValueTypeInvalid`],
      'below the minimum': [fieldOf({ type: 'integer', minimum: 5, default: 1 }), `${DEFAULT}: FieldValueInvalid`],
      'not of the enum': [fieldOf({ type: 'string', enum: ['b'], default: 'c' }), `${DEFAULT}: FieldValueNotSupported`],
      'against the pattern': [
        fieldOf({ type: 'string', pattern: '^b$', default: 'c' }),
        `${DEFAULT}: FieldValueInvalid`,
      ],
      'too long': [fieldOf({ type: 'string', maxLength: 1, default: 'bc' }), `${DEFAULT}: FieldValueTooLong`],
      'too many items': [
        fieldOf({ type: 'array', items: { type: 'string' }, maxItems: 1, default: ['b', 'c'] }),
        `${DEFAULT}: FieldValueTooMany`,
      ],
      'an unknown field': [objectWith({ b: { type: 'string' } }, { c: 1 }), `${DEFAULT}: FieldValueInvalid`],
      'a required field': [
        objectWith({ b: { type: 'string' } }, {}, { required: ['b'] }),
        `${DEFAULT}.b: FieldValueRequired`,
      ],
      'a field inside': [objectWith({ b: { type: 'string' } }, { b: 1 }), `${DEFAULT}.b: FieldValueTypeInvalid`],
      'a required field that has a default': [
        objectWith({ b: { type: 'string', default: 'c' } }, {}, { required: ['b'] }),
        `${DEFAULT}.b: FieldValueRequired`,
      ],
      'against a condition': [
        fieldOf({ type: 'string', oneOf: [{ enum: ['b'] }, { enum: ['c'] }], default: 'd' }),
        `${DEFAULT}: FieldValueInvalid`,
        `${DEFAULT}: FieldValueNotSupported`,
      ],
      'against a format': [
        fieldOf({ type: 'string', format: 'date', default: '2026-02-30' }),
        `${DEFAULT}: FieldValueTypeInvalid`,
      ],
      'an item of a list': [
        fieldOf({ type: 'array', items: { type: 'string' }, default: [1] }),
        `${DEFAULT}.[0]: FieldValueTypeInvalid`,
      ],
      'against a rule': [
        fieldOf({ type: 'integer', 'x-kubernetes-validations': [{ rule: 'self > 1' }], default: 1 }),
        `${DEFAULT}: FieldValueInvalid`,
      ],
      'a whole object, which lacks its kind': [
        schemaOf({ default: { apiVersion: 'example.com/v1' } }),
        `${ROOT}.default.kind: FieldValueRequired`,
      ],
    },
  },
});
