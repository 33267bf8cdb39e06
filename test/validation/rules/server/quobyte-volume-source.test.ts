import { quobyteVolumeSourceRules } from '../../../../lib/validation/rules/server/quobyte-volume-source';
import { validate } from '../../../../lib/validation/validate';
import { pod } from '../../manifests';
import { testRules } from '../test-rules';

const quobyte = (source: object) => pod({ volumes: [{ name: 'data', quobyte: { volume: 'v', ...source } }] });
const at = 'spec.volumes[0].quobyte';

testRules(quobyteVolumeSourceRules, {
  'valid-quobyte-registry': {
    valid: {
      'host and port': quobyte({ registry: 'r:7861' }),
      several: quobyte({ registry: 'a:1,b:2' }),
      'an address in brackets': quobyte({ registry: '[2001:db8::1]:7861' }),
      'no host and no port': quobyte({ registry: ':' }),
      'a tenant of 64 letters': quobyte({ registry: 'r:7861', tenant: 'a'.repeat(64) }),
    },
    invalid: {
      'no port': [quobyte({ registry: 'r' }), `${at}.registry: FieldValueInvalid`],
      'one of several': [quobyte({ registry: 'a:1,b' }), `${at}.registry: FieldValueInvalid`],
      'too many colons': [quobyte({ registry: '2001:db8::1:7861' }), `${at}.registry: FieldValueInvalid`],
      'something after the bracket': [quobyte({ registry: '[a]b:1' }), `${at}.registry: FieldValueInvalid`],
      'a tenant of 65 letters, which hides the registry': [
        quobyte({ registry: 'r', tenant: 'a'.repeat(65) }),
        `${at}.tenant: FieldValueRequired`,
      ],
    },
  },
});

test('a long tenant is no matter of the registry', () => {
  const [diagnostic] = validate([quobyte({ registry: 'r:7861', tenant: 'a'.repeat(65) })]);
  expect(diagnostic?.fix).toBe('Write the UUID.');
});
