import { selectableFieldRules } from '../../../../lib/validation/rules/server/selectable-field';
import { testRules } from '../test-rules';
import { crdVersion, customResource, schemaOf } from './custom-resource';

const FIELDS = 'spec.selectableFields';
const SPEC = {
  spec: { type: 'object', properties: { a: { type: 'string' }, b: { type: 'number' }, c: { type: 'integer' } } },
  metadata: { type: 'object', properties: { name: { type: 'string' } } },
};
const many = Object.fromEntries(Array.from({ length: 9 }, (_, index) => [`f${index}`, { type: 'string' }]));
const selecting = (...paths: (string | undefined)[]) =>
  schemaOf({ properties: { ...SPEC, ...many } }, { selectableFields: paths.map((jsonPath) => ({ jsonPath })) });

testRules(selectableFieldRules, {
  'require-selectable-field-path': {
    valid: { 'a path': selecting('.spec.a') },
    invalid: {
      none: [selecting(undefined), `${FIELDS}[0].jsonPath: FieldValueRequired`],
      empty: [selecting('.spec.a', ''), `${FIELDS}[1].jsonPath: FieldValueRequired`],
    },
  },
  'valid-selectable-field-path': {
    valid: {
      'a text and a number': selecting('.spec.a', '.spec.c'),
      'before they were looked at': { manifest: selecting('.spec.x'), kubeVersion: '1.30' },
      'versions with schemas of their own': customResource({
        versions: ['v1', 'v2'].map((name) =>
          crdVersion({
            name,
            storage: name === 'v1',
            schema: { openAPIV3Schema: { type: 'object', properties: { [name]: { type: 'string' } } } },
            selectableFields: [{ jsonPath: `.${name}` }],
          }),
        ),
      }),
    },
    invalid: {
      'no such field': [selecting('.spec.x'), `${FIELDS}[0].jsonPath: FieldValueInvalid`],
      'no dot': [selecting('spec.a'), `${FIELDS}[0].jsonPath: FieldValueInvalid`],
      brackets: [selecting(".spec['a']"), `${FIELDS}[0].jsonPath: FieldValueInvalid`],
      metadata: [selecting('.metadata.name'), `${FIELDS}[0].jsonPath: FieldValueInvalid`],
      'a fraction': [selecting('.spec.b'), `${FIELDS}[0].jsonPath: FieldValueInvalid`],
      'an object': [selecting('.spec'), `${FIELDS}[0].jsonPath: FieldValueInvalid`],
    },
  },
  'unique-selectable-field': {
    valid: {
      eight: selecting(
        ...Object.keys(many)
          .slice(1)
          .map((name) => `.${name}`),
      ),
    },
    invalid: {
      twice: [selecting('.spec.a', '.spec.a'), `${FIELDS}[1].jsonPath: FieldValueDuplicate`],
      nine: [selecting(...Object.keys(many).map((name) => `.${name}`)), `${FIELDS}: FieldValueTooMany`],
    },
  },
});
