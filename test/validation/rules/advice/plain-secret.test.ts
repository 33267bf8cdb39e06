import { plainSecretAdvice } from '../../../../lib/validation/rules/advice/plain-secret';
import { validate } from '../../../../lib/validation/validate';
import { object, podWithContainer } from '../../manifests';
import { testAdvice } from '../test-advice';

const env = (name: string, value: string) => podWithContainer({ env: [{ name, value }] });
const configMap = (data: object) => object('v1', 'ConfigMap', { data });
const key = `-----BEGIN RSA ${'PRIVATE'} KEY-----\nMIIE\n`;
const VALUE = 'spec.containers[0].env[0].value';

testAdvice(plainSecretAdvice, {
  'no-plain-secret': {
    valid: {
      'an innocent name': env('MODE', 'fast'),
      'a reference': podWithContainer({
        env: [{ name: 'PASSWORD', valueFrom: { secretKeyRef: { name: 'a', key: 'b' } } }],
      }),
      'no value': env('DB_PASSWORD', ''),
      'a switch': env('ALLOW_EMPTY_PASSWORD', 'yes'),
      'a file that holds it': env('DB_PASSWORD_FILE', '/run/secrets/db'),
      'a path under its name': env('CLIENT_SECRET', '/run/secrets/client'),
      'a number': env('REFRESH_TOKEN', '3600'),
      'another variable': env('DB_PASSWORD', '$(FROM_SECRET)'),
      'a place for a value': env('DB_PASSWORD', '$' + '{DB_PASSWORD}'),
      'the name of a Secret': env('SECRET_NAME', 'db'),
      'the name of a Secret under another name': env('TLS_SECRET', 'web-tls'),
      'a policy for passwords': env('PASSWORD_MIN_LENGTH', 'twelve'),
      'a URL without a password': env('DATABASE_URL', 'postgres://db:5432/shop'),
      'a URL with a place for the password': env('DATABASE_URL', 'postgres://shop:$(PASSWORD)@db/shop'),
      'a ConfigMap of settings': configMap({ 'app.yaml': 'password: $' + '{DB_PASSWORD}\n', mode: 'fast' }),
      'a Secret': object('v1', 'Secret', { stringData: { password: 'hunter2' } }),
    },
    invalid: {
      'a password': [env('DB_PASSWORD', 'hunter2'), `${VALUE}: DB_PASSWORD is what looks like a secret`],
      'a key of an API': [env('STRIPE_API_KEY', 'abc'), `${VALUE}: STRIPE_API_KEY is what looks like`],
      'a secret of a client': [env('CLIENT_SECRET', 'a8f5f167'), `${VALUE}: CLIENT_SECRET is what looks like`],
      'a token in camel case': [env('accessToken', 'abc'), `${VALUE}: accessToken is what looks like`],
      'a URL with a password': [
        env('DATABASE_URL', 'postgres://shop:hunter2@db/shop'),
        `${VALUE}: a URL with a password`,
      ],
      'a key of AWS under an innocent name': [env('KEY_ID', `AKIA${'A1'.repeat(8)}`), `${VALUE}: an access key of AWS`],
      'a token of GitHub': [env('CI', `ghp_${'a1'.repeat(18)}`), `${VALUE}: a token of GitHub`],
      'a private key in a ConfigMap': [configMap({ 'tls.key': key }), 'data[tls.key]: tls.key holds a private key'],
      'a password in a ConfigMap': [configMap({ 'db-password': 'hunter2' }), 'data[db-password]: what looks like'],
    },
  },
});

test('a report shows neither the value nor a part of it', () => {
  const secrets = ['hunter2', 'swordfish', 'MIIE'];
  const objects = [env('DB_PASSWORD', 'hunter2'), env('URL', 'a://b:swordfish@c'), configMap({ key })];
  const said = JSON.stringify(validate(objects, { profile: 'none', rules: { 'no-plain-secret': 'warning' } }));
  expect(JSON.parse(said)).toHaveLength(3);
  for (const secret of secrets) expect(said).not.toContain(secret);
});
