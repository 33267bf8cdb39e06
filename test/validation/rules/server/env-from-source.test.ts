import { envFromSourceRules } from '../../../../lib/validation/rules/server/env-from-source';
import { validate } from '../../../../lib/validation/validate';
import { podWithContainer } from '../../manifests';
import { testRules } from '../test-rules';

const envFrom = (source: object) => podWithContainer({ envFrom: [source] });
const at = 'spec.containers[0].envFrom[0]';
const configMapRef = { name: 'app' };

testRules(envFromSourceRules, {
  'valid-env-from-source': {
    valid: { 'one source': envFrom({ configMapRef, secretRef: null }) },
    invalid: {
      none: [envFrom({}), 'spec.containers[0].envFrom: FieldValueInvalid'],
      both: [envFrom({ configMapRef, secretRef: configMapRef }), 'spec.containers[0].envFrom: FieldValueInvalid'],
    },
  },
  'valid-env-from-prefix': {
    valid: { none: envFrom({ prefix: '', configMapRef }), 'a space': envFrom({ prefix: 'A B', configMapRef }) },
    invalid: {
      'an equals sign': [envFrom({ prefix: 'A=', configMapRef }), `${at}.prefix: FieldValueInvalid`],
      'a space before 1.32': [
        { manifest: envFrom({ prefix: 'A B', configMapRef }), kubeVersion: '1.31' },
        `${at}.prefix: FieldValueInvalid`,
      ],
    },
  },
  'valid-env-from-name': {
    valid: {
      'a name that is taken for a prefix': envFrom({ secretRef: { name: 'ab_-' } }),
      'dotted, of 253': envFrom({ configMapRef: { name: `a.${'b'.repeat(251)}` } }),
    },
    invalid: {
      missing: [envFrom({ configMapRef: {} }), `${at}.configMapRef.name: FieldValueRequired`],
      'upper case': [envFrom({ secretRef: { name: 'App' } }), `${at}.secretRef.name: FieldValueInvalid`],
      'a dash alone': [envFrom({ secretRef: { name: '-' } }), `${at}.secretRef.name: FieldValueInvalid`],
    },
  },
});

test('the place of a source is its item, which the server leaves out', () => {
  const manifest = podWithContainer({ envFrom: [{ configMapRef }, {}] });
  expect(validate([manifest]).map(({ path }) => path.join('.'))).toEqual(['spec.containers.0.envFrom.1']);
});

test('an item without a source has nothing that could be split', () => {
  expect(validate([envFrom({})])[0]?.fix).toBe('Write one of the two, or remove the item.');
});
