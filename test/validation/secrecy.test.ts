import { isSecretPlace, looksSecret } from '../../lib/validation/secrecy';

test.each<[string, (string | number)[], boolean]>([
  ['Secret', ['data', 'a'], true],
  ['Secret', ['stringData'], true],
  ['Secret', ['metadata', 'name'], false],
  ['ConfigMap', ['data', 'a'], false],
  ['Pod', ['spec', 'containers', 0, 'env', 0, 'value'], true],
  ['Pod', ['spec', 'containers', 0, 'env', 0, 'name'], false],
])('%s %j may be secret: %s', (kind, path, secret) => expect(isSecretPlace(kind, path)).toBe(secret));

test.each([
  ['MYSQL_ROOT_PASSWORD', true],
  ['API_KEY', true],
  ['apikey', true],
  ['GITHUB_TOKEN', true],
  ['DB_PASSWD', true],
  ['LOG_LEVEL', false],
  ['PORT', false],
  ['REDIS_HOST', false],
])('%s looks secret: %s', (name, secret) => expect(looksSecret(name)).toBe(secret));
