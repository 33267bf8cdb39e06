import { keyToPathRules } from '../../../../lib/validation/rules/server/key-to-path';
import { pod } from '../../manifests';
import { testRules } from '../test-rules';

const volume = (source: object) => pod({ volumes: [{ name: 'data', ...source }] });
const item = (fields: object) =>
  volume({
    secret: {
      secretName: 's',
      items: [
        { key: 'k', path: 'p' },
        { key: 'k', path: 'p', ...fields },
      ],
    },
  });
const projected = (source: object) => volume({ projected: { sources: [{ secret: { name: 's' } }, source] } });
const file = { path: 'p', fieldRef: { fieldPath: 'metadata.name' } };
const at = 'spec.volumes[0]';

testRules(keyToPathRules, {
  'require-item-key': {
    valid: {
      'key and path': item({}),
      'any key': item({ key: 'not a key' }),
      'no items': volume({ configMap: { name: 'c', items: [] } }),
    },
    invalid: {
      'no key': [item({ key: '' }), `${at}.secret.items[1].key: FieldValueRequired`],
      'no path': [item({ path: '' }), `${at}.secret.items[1].path: FieldValueRequired`],
      'nothing in a ConfigMap': [
        volume({ configMap: { name: 'c', items: [null] } }),
        `${at}.configMap.items[0].key: FieldValueRequired`,
        `${at}.configMap.items[0].path: FieldValueRequired`,
      ],
      'a projected ConfigMap': [
        projected({ configMap: { name: 'c', items: [{ path: 'p' }] } }),
        `${at}.projected.sources[1].configMap.items[0].key: FieldValueRequired`,
      ],
    },
  },
  'valid-item-path': {
    valid: {
      below: item({ path: 'a/b' }),
      'dots in a name': item({ path: 'a..b' }),
      'dots at the end': item({ path: 'a/..b' }),
    },
    invalid: {
      absolute: [item({ path: '/a' }), `${at}.secret.items[1].path: FieldValueInvalid`],
      'a step up': [item({ path: '../a' }), `${at}.secret.items[1].path: FieldValueInvalid`],
      'dots at the beginning': [item({ path: '..a' }), `${at}.secret.items[1].path: FieldValueInvalid`],
      'dots alone': [
        item({ path: '..' }),
        `${at}.secret.items[1].path: FieldValueInvalid`,
        `${at}.secret.items[1].path: FieldValueInvalid`,
      ],
      'a projected Secret': [
        projected({ secret: { name: 's', items: [{ key: 'k', path: '/x' }] } }),
        `${at}.projected.sources[1].secret.items[0].path: FieldValueInvalid`,
      ],
    },
  },
  'valid-file-mode': {
    valid: {
      '0': item({ mode: 0 }),
      '0777': item({ mode: 0o777 }),
      'of a volume': volume({ configMap: { name: 'c', defaultMode: 0o400 } }),
    },
    invalid: {
      '01000': [item({ mode: 0o1000 }), `${at}.secret.items[1].mode: FieldValueInvalid`],
      negative: [item({ mode: -1 }), `${at}.secret.items[1].mode: FieldValueInvalid`],
      '777 without the 0 of octal numbers': [
        volume({ configMap: { name: 'c', defaultMode: 777 } }),
        `${at}.configMap.defaultMode: FieldValueInvalid`,
      ],
      'of a Secret volume': [
        volume({ secret: { secretName: 's', defaultMode: 512 } }),
        `${at}.secret.defaultMode: FieldValueInvalid`,
      ],
      'of a projected volume': [
        volume({ projected: { defaultMode: 512 } }),
        `${at}.projected.defaultMode: FieldValueInvalid`,
      ],
      'of a volume of the downward API and of its file': [
        volume({ downwardAPI: { defaultMode: 512, items: [{ ...file, mode: 512 }] } }),
        `${at}.downwardAPI.defaultMode: FieldValueInvalid`,
        `${at}.downwardAPI.mode: FieldValueInvalid`,
      ],
      'of a projected file of the downward API': [
        projected({ downwardAPI: { items: [{ ...file, mode: 512 }] } }),
        `${at}.projected.sources[1].downwardAPI.mode: FieldValueInvalid`,
      ],
    },
  },
});
