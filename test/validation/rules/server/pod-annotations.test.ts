import { podAnnotationsRules } from '../../../../lib/validation/rules/server/pod-annotations';
import { validate } from '../../../../lib/validation/validate';
import { deployment, pod, podTemplate } from '../../manifests';
import { testRules } from '../test-rules';

const MIRROR = 'kubernetes.io/config.mirror';
const COST = 'controller.kubernetes.io/pod-deletion-cost';
const TOLERATIONS = 'scheduler.alpha.kubernetes.io/tolerations';
const annotated = (key: string, value: string, spec: object = {}) =>
  pod({ ...spec }, { annotations: { [key]: value } });

testRules(podAnnotationsRules, {
  'require-node-name-of-mirror-pod': {
    valid: { 'with a node': annotated(MIRROR, 'abc', { nodeName: 'node-1' }) },
    invalid: {
      'without a node': [annotated(MIRROR, ''), `metadata.annotations[${MIRROR}]: FieldValueInvalid`],
      'in a template, whose metadata the server leaves out': [
        deployment({ template: podTemplate({}, { annotations: { [MIRROR]: 'abc' } }) }),
        `spec.template.annotations[${MIRROR}]: FieldValueInvalid`,
      ],
    },
  },
  'valid-pod-deletion-cost': {
    valid: {
      'the smallest': annotated(COST, '-2147483648'),
      'the largest': annotated(COST, '2147483647'),
      'minus and zeros': annotated(COST, '-007'),
      zero: annotated(COST, '0'),
    },
    invalid: {
      empty: [annotated(COST, ''), `metadata.annotations[${COST}]: FieldValueInvalid`],
      'a plus': [annotated(COST, '+1'), `metadata.annotations[${COST}]: FieldValueInvalid`],
      'a leading zero': [annotated(COST, '08'), `metadata.annotations[${COST}]: FieldValueInvalid`],
      'beyond 32 bits': [annotated(COST, '2147483648'), `metadata.annotations[${COST}]: FieldValueInvalid`],
      'a word': [annotated(COST, 'low'), `metadata.annotations[${COST}]: FieldValueInvalid`],
    },
  },
  'valid-tolerations-annotation': {
    valid: {
      empty: annotated(TOLERATIONS, ''),
      'an empty list': annotated(TOLERATIONS, '[]'),
      null: annotated(TOLERATIONS, 'null'),
      'a toleration': annotated(TOLERATIONS, '[{"key":"dedicated","operator":"Exists"}]'),
    },
    invalid: {
      'no JSON': [annotated(TOLERATIONS, 'none'), 'metadata.annotations: FieldValueInvalid'],
      'an object': [annotated(TOLERATIONS, '{}'), 'metadata.annotations: FieldValueInvalid'],
      'a number for a text': [annotated(TOLERATIONS, '[{"key":1}]'), 'metadata.annotations: FieldValueInvalid'],
      'an operator that there is not': [
        annotated(TOLERATIONS, '[{"key":"a","operator":"Is"}]'),
        `metadata.annotations.${TOLERATIONS}[0].operator: FieldValueNotSupported`,
      ],
    },
  },
});

test('an annotation of a template is placed below metadata', () => {
  const [found] = validate([deployment({ template: podTemplate({}, { annotations: { [COST]: 'low' } }) })]);
  expect(found?.path).toEqual(['spec', 'template', 'metadata', 'annotations', COST]);
});
