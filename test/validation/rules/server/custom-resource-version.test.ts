import { customResourceVersionRules } from '../../../../lib/validation/rules/server/custom-resource-version';
import { testRules } from '../test-rules';
import { crdVersion, customResource } from './custom-resource';

const versions = (...list: Record<string, unknown>[]) => customResource({ versions: list.map(crdVersion) });
const warned = (deprecationWarning: string, deprecated = true) => versions({ deprecated, deprecationWarning });
const other = { name: 'v2', storage: false };
const selected = { selectableFields: [{ jsonPath: '.spec.a' }] };
const WARNING = 'spec.versions[0].deprecationWarning';

testRules(customResourceVersionRules, {
  'valid-crd-version-name': {
    valid: { 'a label': versions({ name: 'v1beta1' }) },
    invalid: {
      'a dot in the first': [
        versions({ name: 'v1.0' }),
        'spec.version: FieldValueInvalid',
        'spec.versions[0].name: FieldValueInvalid',
      ],
      'a capital in the second': [versions({}, { ...other, name: 'V2' }), 'spec.versions[1].name: FieldValueInvalid'],
      'an empty first': [versions({ name: '' }), 'spec.versions[0].name: FieldValueInvalid'],
    },
  },
  'unique-crd-version': {
    valid: { 'two names': versions({}, other) },
    invalid: { 'the same twice': [versions({}, { storage: false }), 'spec.versions: FieldValueInvalid'] },
  },
  'require-storage-version': {
    valid: { one: versions({}, other) },
    invalid: {
      none: [
        versions({ storage: false }),
        'spec.versions: FieldValueInvalid',
        'status.storedVersions: FieldValueInvalid',
      ],
      'no versions': [
        customResource({ versions: [] }),
        'spec.versions: FieldValueInvalid',
        'status.storedVersions: FieldValueInvalid',
      ],
      two: [
        versions({}, { name: 'v2' }),
        'spec.versions: FieldValueInvalid',
        'status.storedVersions: FieldValueInvalid',
      ],
    },
  },
  'require-crd-schema': {
    valid: { 'one each': versions({}, other) },
    invalid: {
      'none in the second': [
        versions({}, { ...other, schema: undefined }),
        'spec.versions[1].schema.openAPIV3Schema: FieldValueRequired',
      ],
      'an empty one': [versions({ schema: {} }), 'spec.versions[0].schema.openAPIV3Schema: FieldValueRequired'],
    },
  },
  'valid-deprecation-warning': {
    valid: { 'a warning': warned('use v2'), '256 bytes': warned('a'.repeat(256)), none: versions({}) },
    invalid: {
      'not deprecated': [warned('use v2', false), `${WARNING}: FieldValueInvalid`],
      empty: [warned(''), `${WARNING}: FieldValueInvalid`],
      '257 bytes': [warned('a'.repeat(257)), `${WARNING}: FieldValueInvalid`],
      'a line break': [warned('a\nb'), `${WARNING}: FieldValueInvalid`],
    },
  },
  'require-selectable-field-schema': {
    valid: {
      'in all versions': versions(selected, { ...other, ...selected }),
      'with schemas that differ': versions(selected, {
        ...other,
        schema: { openAPIV3Schema: { type: 'object', properties: { a: { type: 'string' } } } },
      }),
      'in one version, in 1.30': { manifest: versions(selected, other), kubeVersion: '1.30' },
    },
    invalid: {
      'in one version of the same schema': [
        versions(selected, other),
        'spec.versions[0].selectableFields: FieldValueInvalid',
      ],
    },
  },
});
