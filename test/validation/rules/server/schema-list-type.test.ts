import { schemaListTypeRules } from '../../../../lib/validation/rules/server/schema-list-type';
import { testRules } from '../test-rules';
import { fieldOf } from './custom-resource';

const A = 'spec.validation.openAPIV3Schema.properties[a]';
const listOf = (items: object, listType: string, more: object = {}) =>
  fieldOf({ type: 'array', items, 'x-kubernetes-list-type': listType, ...more });
const keyed = (items: object, ...keys: string[]) =>
  listOf({ type: 'object', ...items }, 'map', { 'x-kubernetes-list-map-keys': keys });
const properties = { b: { type: 'string' } };

testRules(schemaListTypeRules, {
  'valid-list-type': {
    valid: {
      'a set of strings': listOf({ type: 'string' }, 'set'),
      'a set of atomic objects': listOf({ type: 'object', 'x-kubernetes-map-type': 'atomic' }, 'set'),
    },
    invalid: {
      'another word': [listOf({ type: 'string' }, 'bag'), `${A}.x-kubernetes-list-type: FieldValueNotSupported`],
      'of an object': [fieldOf({ type: 'object', 'x-kubernetes-list-type': 'set' }), `${A}.type: FieldValueInvalid`],
      'without a type': [fieldOf({ 'x-kubernetes-list-type': 'set' }), `${A}.type: FieldValueRequired`],
      'a set of objects': [listOf({ type: 'object' }, 'set'), `${A}.items.x-kubernetes-map-type: FieldValueInvalid`],
      'a set of sets': [
        listOf({ type: 'array', items: { type: 'string' }, 'x-kubernetes-list-type': 'set' }, 'set'),
        `${A}.items.x-kubernetes-list-type: FieldValueInvalid`,
      ],
    },
  },
  'valid-map-type': {
    valid: { granular: fieldOf({ type: 'object', 'x-kubernetes-map-type': 'granular' }) },
    invalid: {
      'another word': [
        fieldOf({ type: 'object', 'x-kubernetes-map-type': 'bag' }),
        `${A}.x-kubernetes-map-type: FieldValueNotSupported`,
      ],
      'of a string': [fieldOf({ type: 'string', 'x-kubernetes-map-type': 'atomic' }), `${A}.type: FieldValueInvalid`],
    },
  },
  'valid-list-map-keys': {
    valid: {
      required: keyed({ properties, required: ['b'] }, 'b'),
      'with a default': keyed({ properties: { b: { type: 'string', default: 'c' } } }, 'b'),
    },
    invalid: {
      none: [keyed({ properties }), `${A}.x-kubernetes-list-map-keys: FieldValueRequired`],
      'of a set': [
        listOf({ type: 'string' }, 'set', { 'x-kubernetes-list-map-keys': ['b'] }),
        `${A}.x-kubernetes-list-type: FieldValueInvalid`,
      ],
      'of no list type': [
        fieldOf({ type: 'array', items: { type: 'string' }, 'x-kubernetes-list-map-keys': ['b'] }),
        `${A}.x-kubernetes-list-type: FieldValueRequired`,
      ],
      'no such field': [keyed({ properties }, 'c'), `${A}.x-kubernetes-list-map-keys: FieldValueInvalid`],
      optional: [keyed({ properties }, 'b'), `${A}.items.properties[b].default: FieldValueRequired`],
      'a list, nullable': [
        keyed({ properties: { b: { type: 'array', nullable: true } }, required: ['b'] }, 'b'),
        `${A}.items.properties[b].type: FieldValueInvalid`,
        `${A}.items.properties[b].nullable: FieldValueForbidden`,
      ],
      'items that are no objects': [
        listOf({ type: 'string' }, 'map', { 'x-kubernetes-list-map-keys': ['b'] }),
        `${A}.items.type: FieldValueInvalid`,
      ],
      'nullable items': [listOf({ type: 'string', nullable: true }, 'set'), `${A}.items.nullable: FieldValueForbidden`],
    },
  },
});
