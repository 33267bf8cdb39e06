import { envVarRules } from '../../../../lib/validation/rules/server/env-var';
import { validate } from '../../../../lib/validation/validate';
import { podWithContainer, podWithInitContainer } from '../../manifests';
import { testRules } from '../test-rules';

const env = (variable: object | null) => podWithContainer({ env: [variable] });
const at = 'spec.containers[0].env[0]';
const fieldRef = { fieldPath: 'metadata.name' };

testRules(envVarRules, {
  'require-env-name': {
    valid: { 'the same name twice': podWithContainer({ env: [{ name: 'A' }, { name: 'A' }] }) },
    invalid: {
      empty: [env({ name: '' }), `${at}.name: FieldValueRequired`],
      'null item': [env(null), `${at}.name: FieldValueRequired`],
      'of an init container': [
        podWithInitContainer({ env: [{ value: 'a' }] }),
        'spec.initContainers[0].env[0].name: FieldValueRequired',
      ],
    },
  },
  'valid-env-name': {
    valid: {
      'printable, with a space': env({ name: ' 1 a"~' }),
      'letters and dots before 1.32': { manifest: env({ name: '.a-B_1' }), kubeVersion: '1.31' },
    },
    invalid: {
      'an equals sign': [env({ name: 'A=B' }), `${at}.name: FieldValueInvalid`],
      'not ASCII': [env({ name: 'é' }), `${at}.name: FieldValueInvalid`],
      'a space before 1.32': [{ manifest: env({ name: 'A B' }), kubeVersion: '1.31' }, `${at}.name: FieldValueInvalid`],
      'two dots before 1.32': [
        { manifest: env({ name: '..a' }), kubeVersion: '1.31' },
        `${at}.name: FieldValueInvalid`,
      ],
    },
  },
  'valid-env-value-from': {
    valid: {
      'an empty value beside a source': env({ name: 'A', value: '', valueFrom: { fieldRef } }),
      'a source of null': env({ name: 'A', valueFrom: { fieldRef, secretKeyRef: null } }),
    },
    invalid: {
      'no source': [env({ name: 'A', valueFrom: {} }), `${at}.valueFrom: FieldValueInvalid`],
      'two sources and a value, one fault': [
        env({ name: 'A', value: 'a', valueFrom: { fieldRef, secretKeyRef: { name: 'a', key: 'b' } } }),
        `${at}.valueFrom: FieldValueInvalid`,
      ],
      'two sources': [
        env({ name: 'A', valueFrom: { fieldRef, configMapKeyRef: { name: 'a', key: 'b' } } }),
        `${at}.valueFrom: FieldValueInvalid`,
      ],
      'a file in 1.34, which drops it': [
        {
          manifest: env({ name: 'A', valueFrom: { fileKeyRef: { key: 'A', volumeName: 'v', path: 'p' } } }),
          kubeVersion: '1.34',
        },
        `${at}.valueFrom: FieldValueInvalid`,
      ],
    },
  },
});

test.each([
  ['1.34', 'fieldRef, resourceFieldRef, configMapKeyRef, secretKeyRef'],
  ['1.35', 'fieldRef, resourceFieldRef, configMapKeyRef, secretKeyRef, fileKeyRef'],
])('the sources of %s are told to who names none', (kubeVersion, sources) => {
  const [diagnostic] = validate([env({ name: 'A', valueFrom: {} })], { kubeVersion });
  expect(diagnostic?.message).toMatch(new RegExp(`must specify one of ${sources}$`));
  expect(diagnostic?.fix).toBe('Write one of them, or remove valueFrom.');
});
