import { derivedNameRules } from '../../../../lib/validation/rules/server/derived-name';
import { object } from '../../manifests';
import { testRules } from '../test-rules';

const definition = (metadata: object, spec: object = { group: 'example.com', names: { plural: 'widgets' } }) =>
  object('apiextensions.k8s.io/v1', 'CustomResourceDefinition', { metadata, spec });
const apiService = (name: string) =>
  object('apiregistration.k8s.io/v1', 'APIService', {
    metadata: { name },
    spec: { version: 'v1', group: 'example.com' },
  });
const address = (name: string) => object('networking.k8s.io/v1', 'IPAddress', { metadata: { name } });
const at = 'metadata.name';

testRules(derivedNameRules, {
  'valid-derived-name': {
    valid: {
      'plural and group': definition({ name: 'widgets.example.com' }),
      'version and group': apiService('v1.example.com'),
      'an address': address('10.0.0.1'),
      'an address of the other family': address('2001:db8::1'),
    },
    invalid: {
      'the singular': [definition({ name: 'widget.example.com' }), `${at}: FieldValueInvalid`],
      'no spec': [definition({ name: 'widgets.example.com' }, {}), `${at}: FieldValueInvalid`],
      'upper case': [
        definition({ name: 'Widgets.example.com' }),
        `${at}: FieldValueInvalid`,
        `${at}: FieldValueInvalid`,
      ],
      'a prefix': [
        definition({ generateName: 'widgets-' }),
        'metadata.generateName: FieldValueInvalid',
        `${at}: FieldValueInvalid`,
      ],
      'another version': [apiService('v2.example.com'), `${at}: FieldValueInvalid`],
      'an address with zeros before': [address('010.0.0.1'), `${at}: FieldValueInvalid`],
      'an address that could be shorter': [address('2001:db8:0::1'), `${at}: FieldValueInvalid`],
    },
  },
});
