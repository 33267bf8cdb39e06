import { uniqueObjectRules } from '../../../../lib/validation/rules/app/unique-object';
import { validate } from '../../../../lib/validation/validate';
import { object, pod } from '../../manifests';
import { testAppRules } from '../test-app-rules';

const named = (apiVersion: string, kind: string, metadata: object) => object(apiVersion, kind, { metadata });

testAppRules(uniqueObjectRules, {
  'unique-object': {
    valid: {
      'other names': [pod({}, { name: 'a' }), pod({}, { name: 'b' })],
      'other namespaces': [pod({}, { namespace: 'a' }), pod({}, { namespace: 'b' })],
      'other kinds': [named('v1', 'ConfigMap', { name: 'web' }), named('v1', 'ServiceAccount', { name: 'web' })],
      'names that the server makes up': [
        pod({}, { name: undefined, generateName: 'web-' }),
        pod({}, { name: undefined, generateName: 'web-' }),
      ],
      'other groups': [
        named('example.com/v1', 'Service', { name: 'web' }),
        object('v1', 'Service', { spec: { ports: [{ port: 80 }] } }),
      ],
    },
    invalid: {
      'the same twice': [
        [pod(), pod(), pod()],
        '1 metadata.name: FieldValueDuplicate',
        '2 metadata.name: FieldValueDuplicate',
      ],
      'a namespace that is the default one': [
        [pod(), pod({}, { namespace: 'default' })],
        '1 metadata.name: FieldValueDuplicate',
      ],
      'a kind without namespaces': [
        [named('v1', 'Namespace', { name: 'web' }), named('v1', 'Namespace', { name: 'web', namespace: 'x' })],
        '1 metadata.name: FieldValueDuplicate',
      ],
    },
  },
});

test('names the other object', () => {
  expect(validate([pod(), pod()], { oneApp: true })).toMatchObject([
    { object: { index: 1 }, other: { index: 0, kind: 'Pod', name: 'web' } },
  ]);
});
