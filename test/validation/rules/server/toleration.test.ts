import { tolerationRules } from '../../../../lib/validation/rules/server/toleration';
import { validate } from '../../../../lib/validation/validate';
import { deployment, object, pod, podTemplate } from '../../manifests';
import { testRules } from '../test-rules';

const tolerating = (toleration: object) => pod({ tolerations: [toleration] });

testRules(tolerationRules, {
  'valid-toleration-key': {
    valid: {
      'every taint': tolerating({ operator: 'Exists' }),
      'a prefixed key': tolerating({ key: 'example.com/dedicated', operator: 'Exists' }),
    },
    invalid: {
      'nothing at all': [tolerating({}), 'spec.tolerations[0].operator: FieldValueInvalid'],
      'no key and Equal': [tolerating({ operator: 'Equal' }), 'spec.tolerations[0].operator: FieldValueInvalid'],
      'a key with a space': [
        tolerating({ key: 'a b', operator: 'Exists' }),
        'spec.tolerations[0].key: FieldValueInvalid',
      ],
      'in a template': [
        deployment({ template: podTemplate({ tolerations: [{}] }) }),
        'spec.template.spec.tolerations[0].operator: FieldValueInvalid',
      ],
      'in a RuntimeClass': [
        object('node.k8s.io/v1', 'RuntimeClass', { handler: 'runc', scheduling: { tolerations: [{}] } }),
        'scheduling.tolerations[0].operator: FieldValueInvalid',
      ],
    },
  },
  'valid-toleration-operator': {
    valid: {
      'none, which is Equal': tolerating({ key: 'dedicated', value: 'gpu' }),
      'Equal with an empty value': tolerating({ key: 'dedicated', operator: 'Equal' }),
    },
    invalid: {
      'Exists with a value': [
        tolerating({ key: 'dedicated', operator: 'Exists', value: 'gpu' }),
        'spec.tolerations[0].operator: FieldValueInvalid',
      ],
      'a value that no label has': [
        tolerating({ key: 'dedicated', value: 'a b' }),
        'spec.tolerations[0].operator: FieldValueInvalid',
      ],
      'an operator behind a gate': [
        tolerating({ key: 'dedicated', operator: 'Lt', value: '1' }),
        'spec.tolerations[0].operator: FieldValueNotSupported',
      ],
    },
  },
  'valid-toleration-effect': {
    valid: {
      'none, which is all': tolerating({ operator: 'Exists' }),
      NoSchedule: tolerating({ operator: 'Exists', effect: 'NoSchedule' }),
      PreferNoSchedule: tolerating({ operator: 'Exists', effect: 'PreferNoSchedule' }),
    },
    invalid: {
      'another word': [
        tolerating({ operator: 'Exists', effect: 'noSchedule' }),
        'spec.tolerations[0].effect: FieldValueNotSupported',
      ],
    },
  },
  'valid-toleration-seconds': {
    valid: {
      'with NoExecute, even below zero': tolerating({ operator: 'Exists', effect: 'NoExecute', tolerationSeconds: -1 }),
    },
    invalid: {
      'zero without an effect': [
        tolerating({ operator: 'Exists', tolerationSeconds: 0 }),
        'spec.tolerations[0].effect: FieldValueInvalid',
      ],
      'with NoSchedule': [
        tolerating({ operator: 'Exists', effect: 'NoSchedule', tolerationSeconds: 60 }),
        'spec.tolerations[0].effect: FieldValueInvalid',
      ],
    },
  },
});

test('a bad value is placed where it stands, though the server names the operator', () => {
  const [found] = validate([tolerating({ key: 'dedicated', value: 'a b' })]);
  expect(found?.path).toEqual(['spec', 'tolerations', 0, 'value']);
});

test('a value that no taint can have is to be corrected', () => {
  const [diagnostic] = validate([tolerating({ key: 'dedicated', value: 'my team' })]);
  expect(diagnostic?.fix).toBe('Write the value of the taint, or operator: Exists and no value.');
});
