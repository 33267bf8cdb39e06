import { projectedVolumeSourceRules } from '../../../../lib/validation/rules/server/projected-volume-source';
import { pod } from '../../manifests';
import { testRules } from '../test-rules';

const projected = (...sources: unknown[]) => pod({ volumes: [{ name: 'data', projected: { sources } }] });
const secret = (...paths: string[]) => ({ secret: { name: 's', items: paths.map((path) => ({ key: 'k', path })) } });
const configMap = (...paths: string[]) => ({
  configMap: { name: 'c', items: paths.map((path) => ({ key: 'k', path })) },
});
const downward = (path: string) => ({ downwardAPI: { items: [{ path, fieldRef: { fieldPath: 'metadata.name' } }] } });
const token = (fields: object) => projected({ serviceAccountToken: { path: 'token', ...fields } });
const at = 'spec.volumes[0].projected';

testRules(projectedVolumeSourceRules, {
  'no-second-projection': {
    valid: {
      none: projected(),
      'an empty source': projected({}),
      'one each': projected(secret(), configMap()),
      'beside one that is dropped': projected({ ...secret(), clusterTrustBundle: { path: 'p' } }),
    },
    invalid: { two: [projected({}, { ...secret(), ...configMap() }), `${at}.sources[1]: FieldValueForbidden`] },
  },
  'require-projection-name': {
    valid: { names: projected(secret(), configMap()) },
    invalid: {
      secret: [projected({ secret: {} }), `${at}.sources[0].secret.name: FieldValueRequired`],
      'config map': [projected(secret(), { configMap: {} }), `${at}.sources[1].configMap.name: FieldValueRequired`],
    },
  },
  'unique-projected-path': {
    valid: {
      different: projected(secret('a', 'b'), configMap('c')),
      'the same in other words': projected(secret('a'), configMap('./a')),
      'the path of a token': projected(secret('token'), { serviceAccountToken: { path: 'token' } }),
    },
    invalid: {
      'of two sources': [projected(secret('a'), configMap('a')), `${at}: FieldValueInvalid`],
      'of one source': [projected(configMap('a', 'a')), `${at}: FieldValueInvalid`],
      'of the downward API': [projected(downward('a'), secret('a')), `${at}: FieldValueInvalid`],
    },
  },
  'valid-token-lifetime': {
    valid: {
      none: token({}),
      'ten minutes': token({ expirationSeconds: 600 }),
      '2^32 seconds': token({ expirationSeconds: 4294967296 }),
    },
    invalid: {
      'a second less': [
        token({ expirationSeconds: 599 }),
        `${at}.sources[0].serviceAccountToken.expirationSeconds: FieldValueInvalid`,
      ],
      zero: [
        token({ expirationSeconds: 0 }),
        `${at}.sources[0].serviceAccountToken.expirationSeconds: FieldValueInvalid`,
      ],
      'a second more': [
        token({ expirationSeconds: 4294967297 }),
        `${at}.sources[0].serviceAccountToken.expirationSeconds: FieldValueInvalid`,
      ],
    },
  },
  'valid-token-path': {
    valid: {
      below: token({ path: 'a/b' }),
      'any path before 1.30': { manifest: token({ path: '/../token' }), kubeVersion: '1.29' },
    },
    invalid: {
      none: [token({ path: '' }), `${at}.path: FieldValueRequired`],
      absolute: [{ manifest: token({ path: '/token' }), kubeVersion: '1.30' }, `${at}.path: FieldValueInvalid`],
      'dots at the beginning': [token({ path: '..token' }), `${at}.path: FieldValueInvalid`],
    },
  },
});
