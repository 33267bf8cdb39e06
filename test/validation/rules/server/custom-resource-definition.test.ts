import { customResourceDefinitionRules } from '../../../../lib/validation/rules/server/custom-resource-definition';
import { testRules } from '../test-rules';
import { customResource } from './custom-resource';

const grouped = (group: string, annotations: object = {}) =>
  customResource({ group }, { name: `widgets.${group}`, annotations });
const approved = (approval: string) => grouped('example.k8s.io', { 'api-approved.kubernetes.io': approval });
const named = (names: object) => customResource({ names: { plural: 'widgets', kind: 'Widget', ...names } });
const APPROVAL = 'metadata.annotations[api-approved.kubernetes.io]';

testRules(customResourceDefinitionRules, {
  'valid-crd-group': {
    valid: { 'a domain': customResource() },
    invalid: {
      none: [customResource({ group: '' }), 'spec.group: FieldValueRequired'],
      'no dot': [grouped('example'), 'spec.group: FieldValueInvalid'],
      'a version': [grouped('example.com/v1'), 'spec.group: FieldValueInvalid'],
    },
  },
  'require-api-approval': {
    valid: {
      'another group that ends alike': grouped('examplek8s.io'),
      'a review': approved('https://github.com/kubernetes/enhancements/pull/1'),
      'a reason': approved('unapproved, a test'),
    },
    invalid: {
      none: [grouped('example.kubernetes.io'), `${APPROVAL}: FieldValueRequired`],
      'k8s.io itself': [grouped('k8s.io'), `${APPROVAL}: FieldValueRequired`],
      'any text': [approved('yes'), `${APPROVAL}: FieldValueInvalid`],
    },
  },
  'valid-crd-scope': {
    valid: { Cluster: customResource({ scope: 'Cluster' }) },
    invalid: {
      none: [customResource({ scope: undefined }), 'spec.scope: FieldValueRequired'],
      'lower case': [customResource({ scope: 'cluster' }), 'spec.scope: FieldValueNotSupported'],
    },
  },
  'require-crd-names': {
    valid: { 'plural and kind': customResource() },
    invalid: {
      none: [
        customResource({ names: undefined }),
        'spec.names.plural: FieldValueRequired',
        'spec.names.singular: FieldValueRequired',
        'spec.names.kind: FieldValueRequired',
        'spec.names.listKind: FieldValueRequired',
      ],
      'no kind but a singular': [
        customResource({ names: { plural: 'widgets', singular: 'widget' } }),
        'spec.names.kind: FieldValueRequired',
        'spec.names.listKind: FieldValueRequired',
      ],
    },
  },
  'valid-crd-names': {
    valid: { all: named({ singular: 'widget', listKind: 'Widgets', shortNames: ['wd'], categories: ['all'] }) },
    invalid: {
      'a capital in the plural': [named({ plural: 'Widgets' }), 'spec.names.plural: FieldValueInvalid'],
      'a kind with a dot': [
        named({ kind: 'Wid.get' }),
        'spec.names.kind: FieldValueInvalid',
        'spec.names.listKind: FieldValueInvalid',
        'spec.names.singular: FieldValueInvalid',
      ],
      'a capital in the lists': [
        named({ shortNames: ['wd', 'WD'], categories: ['All'] }),
        'spec.names.shortNames[1]: FieldValueInvalid',
        'spec.names.categories[0]: FieldValueInvalid',
      ],
    },
  },
  'unique-crd-kind': {
    valid: { 'no listKind': customResource() },
    invalid: { 'the same': [named({ listKind: 'Widget' }), 'spec.names.listKind: FieldValueInvalid'] },
  },
  'no-preserve-unknown-fields': {
    valid: { false: customResource({ preserveUnknownFields: false }) },
    invalid: {
      true: [customResource({ preserveUnknownFields: true }), 'spec.preserveUnknownFields: FieldValueInvalid'],
      'true with a conversion': [
        customResource({ preserveUnknownFields: true, conversion: { strategy: 'Webhook' } }),
        'spec.preserveUnknownFields: FieldValueInvalid',
        'spec.conversion.strategy: FieldValueInvalid',
      ],
    },
  },
});
