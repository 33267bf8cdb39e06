import { secretRules } from '../../../../lib/validation/rules/server/secret';
import { validate } from '../../../../lib/validation/validate';
import { object } from '../../manifests';
import { testRules } from '../test-rules';

const secret = (type: string, stringData?: object, data?: object) =>
  object('v1', 'Secret', { type: `kubernetes.io/${type}`, stringData, data });
const token = (annotations: object) =>
  object('v1', 'Secret', { metadata: { name: 'web', annotations }, type: 'kubernetes.io/service-account-token' });
const ACCOUNT = 'kubernetes.io/service-account.name';

testRules(secretRules, {
  'require-secret-key': {
    valid: {
      'TLS with empty values': secret('tls', { 'tls.crt': '', 'tls.key': '' }),
      'a login with a user name alone': secret('basic-auth', { username: '' }),
      'a login with a password alone': secret('basic-auth', undefined, { password: 'AAAA' }),
      'an SSH key': secret('ssh-auth', { 'ssh-privatekey': 'PEM' }),
      'a misspelt type': secret('TLS'),
      'a type named as what every object has': object('v1', 'Secret', { type: '__proto__' }),
      'no type': object('v1', 'Secret'),
    },
    invalid: {
      'TLS without key': [secret('tls', { 'tls.crt': 'PEM' }), 'data[tls.key]: FieldValueRequired'],
      'TLS without anything': [secret('tls'), 'data[tls.crt]: FieldValueRequired', 'data[tls.key]: FieldValueRequired'],
      'a login without anything': [
        secret('basic-auth', { user: 'x' }),
        'data[username]: FieldValueRequired',
        'data[password]: FieldValueRequired',
      ],
      'an empty SSH key': [secret('ssh-auth', { 'ssh-privatekey': '' }), 'data[ssh-privatekey]: FieldValueRequired'],
      'another key for docker': [
        secret('dockerconfigjson', { 'config.json': '{}' }),
        'data[.dockerconfigjson]: FieldValueRequired',
      ],
      'the key of the newer type for the older': [
        secret('dockercfg', { '.dockerconfigjson': '{}' }),
        'data[.dockercfg]: FieldValueRequired',
      ],
    },
  },
  'valid-docker-config': {
    valid: {
      'an object': secret('dockerconfigjson', { '.dockerconfigjson': '{"auths":{}}' }),
      'an object of anything': secret('dockercfg', { '.dockercfg': ' {"x": [1]}\n' }),
      null: secret('dockercfg', undefined, { '.dockercfg': 'bnVsbA==' }),
      'text in a Secret of another type': secret('tls', { '.dockerconfigjson': 'x' }),
    },
    invalid: {
      text: [secret('dockerconfigjson', { '.dockerconfigjson': 'x' }), 'data[.dockerconfigjson]: FieldValueInvalid'],
      'a list': [secret('dockercfg', { '.dockercfg': '[]' }), 'data[.dockercfg]: FieldValueInvalid'],
      nothing: [secret('dockercfg', { '.dockercfg': '' }), 'data[.dockercfg]: FieldValueInvalid'],
      'an object encoded twice': [
        secret('dockerconfigjson', undefined, { '.dockerconfigjson': 'ZXlKaGRYUm9jeUk2ZTMxOQ==' }),
        'data[.dockerconfigjson]: FieldValueInvalid',
      ],
      'a byte order mark': [secret('dockercfg', { '.dockercfg': '\uFEFF{}' }), 'data[.dockercfg]: FieldValueInvalid'],
    },
  },
  'require-service-account-name': {
    valid: { 'any name': token({ [ACCOUNT]: 'Any Name' }), 'another type': secret('tls') },
    invalid: {
      'no annotation': [token({}), `metadata.annotations[${ACCOUNT}]: FieldValueRequired`],
      'an empty one': [token({ [ACCOUNT]: '' }), `metadata.annotations[${ACCOUNT}]: FieldValueRequired`],
    },
  },
});

test('no message shows what the Secret holds', () => {
  const found = validate([secret('dockerconfigjson', { '.dockerconfigjson': 'hunter2' })]);
  expect(found.map(({ message }) => message)).toEqual(['Invalid value: <hidden>: must hold a JSON object']);
});
