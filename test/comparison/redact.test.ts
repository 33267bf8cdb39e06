import { redact } from '../../lib/comparison/redact';
import { object, template } from './versions';

const SECRET = 'hunter2';

test.each([
  ['data of a Secret', object('Secret', { data: { user: SECRET } })],
  ['stringData of a Secret', object('Secret', { stringData: { user: SECRET } })],
  ['data of a Secret that is no map', object('Secret', { data: SECRET })],
  [
    'a Secret that kubectl repeats',
    object('Secret', {}, { annotations: { 'kubectl.kubernetes.io/last-applied-configuration': SECRET } }),
  ],
  [
    'an environment variable whose name says so',
    object('Pod', template({ env: [{ name: 'DB_PASSWORD', value: SECRET }] })),
  ],
  [
    'a URL with a password',
    object('Pod', template({ env: [{ name: 'DATABASE', value: `postgres://app:${SECRET}@db/app` }] })),
  ],
  ['a flag with a password', object('Pod', template({ args: [`--password=${SECRET}`] }))],
  ['a flag whose password follows', object('Pod', template({ args: ['--db-password', SECRET] }))],
  ['an entry of a ConfigMap whose name says so', object('ConfigMap', { data: { API_TOKEN: SECRET } })],
  ['a line of a file', object('ConfigMap', { data: { 'app.properties': `a=1\ndb.password = ${SECRET}\n` } })],
  ['a private key', object('ConfigMap', { data: { 'tls.pem': `-----BEGIN RSA PRIVATE KEY-----\n${SECRET}` } })],
])('hides %s', (_name, json) => {
  expect(JSON.stringify(redact(json))).not.toContain(SECRET);
});

test('hides fields of custom resources whose names say so, but not those that refer to a Secret', () => {
  const json = { kind: 'Database', spec: { password: SECRET, secretName: 'db', tokenRef: { name: 'x' } } };
  expect(redact(json, true)).toEqual({
    kind: 'Database',
    spec: { password: '<hidden>', secretName: 'db', tokenRef: { name: 'x' } },
  });
});

test.each([
  ['an ordinary variable', object('Pod', template({ env: [{ name: 'LOG_LEVEL', value: 'info' }] }))],
  [
    'a reference to a Secret',
    object(
      'Pod',
      template({ env: [{ name: 'PASSWORD', valueFrom: { secretKeyRef: { name: 'db', key: 'password' } } }] }),
    ),
  ],
  ['a URL without a password', object('Ingress', { spec: { rules: [{ host: 'https://web/token' }] } })],
  ['the token of a service account', object('Pod', template({}, { automountServiceAccountToken: false }))],
])('leaves %s', (_name, json) => {
  expect(redact(json)).toEqual(json);
});

test('keeps the lines of a file around the hidden one', () => {
  const json = object('ConfigMap', { data: { 'app.properties': 'a=1\npassword=x\nb=2\n' } });
  expect(redact(json).data).toEqual({ 'app.properties': 'a=1\n<hidden>\nb=2\n' });
});
