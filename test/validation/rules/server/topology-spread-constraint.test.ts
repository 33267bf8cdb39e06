import { topologySpreadConstraintRules } from '../../../../lib/validation/rules/server/topology-spread-constraint';
import { validate } from '../../../../lib/validation/validate';
import { deployment, pod, podTemplate } from '../../manifests';
import { testRules } from '../test-rules';

const whole = { maxSkew: 1, topologyKey: 'zone', whenUnsatisfiable: 'DoNotSchedule' };
const selector = { matchLabels: { app: 'web' } };
const spread = (...constraints: object[]) =>
  pod({ topologySpreadConstraints: constraints.map((constraint) => ({ ...whole, ...constraint })) });
const at = 'spec.topologySpreadConstraints[0]';

testRules(topologySpreadConstraintRules, {
  'valid-max-skew': {
    valid: { one: spread({}) },
    invalid: {
      zero: [spread({ maxSkew: 0 }), `${at}.maxSkew: FieldValueInvalid`],
      'below zero': [spread({ maxSkew: -1 }), `${at}.maxSkew: FieldValueInvalid`],
      none: [spread({ maxSkew: null }), `${at}.maxSkew: FieldValueInvalid`],
    },
  },
  'require-spread-topology-key': {
    valid: { 'any text': spread({ topologyKey: 'any text' }) },
    invalid: { empty: [spread({ topologyKey: '' }), `${at}.topologyKey: FieldValueRequired`] },
  },
  'valid-when-unsatisfiable': {
    valid: { ScheduleAnyway: spread({ whenUnsatisfiable: 'ScheduleAnyway' }) },
    invalid: {
      'another word': [spread({ whenUnsatisfiable: 'Ignore' }), `${at}.whenUnsatisfiable: FieldValueNotSupported`],
      none: [spread({ whenUnsatisfiable: null }), `${at}.whenUnsatisfiable: FieldValueNotSupported`],
    },
  },
  'unique-spread-constraint': {
    valid: {
      'another action': spread({}, { whenUnsatisfiable: 'ScheduleAnyway' }),
      'another key': spread({}, { topologyKey: 'kubernetes.io/hostname' }),
    },
    invalid: {
      'the earlier one': [spread({}, { maxSkew: 2 }), `${at}.{topologyKey, whenUnsatisfiable}: FieldValueDuplicate`],
      'all but the last of three': [
        spread({}, {}, {}),
        `${at}.{topologyKey, whenUnsatisfiable}: FieldValueDuplicate`,
        'spec.topologySpreadConstraints[1].{topologyKey, whenUnsatisfiable}: FieldValueDuplicate',
      ],
    },
  },
  'valid-min-domains': {
    valid: { one: spread({ minDomains: 1 }) },
    invalid: {
      zero: [spread({ minDomains: 0 }), `${at}.minDomains: FieldValueInvalid`],
      'beside ScheduleAnyway': [
        spread({ minDomains: 1, whenUnsatisfiable: 'ScheduleAnyway' }),
        `${at}.minDomains: FieldValueInvalid`,
      ],
    },
  },
  'valid-node-inclusion-policy': {
    valid: { 'Honor and Ignore': spread({ nodeAffinityPolicy: 'Honor', nodeTaintsPolicy: 'Ignore' }) },
    invalid: {
      'empty, which is not absent': [
        spread({ nodeAffinityPolicy: '' }),
        `${at}.nodeAffinityPolicy: FieldValueNotSupported`,
      ],
      'another word': [spread({ nodeTaintsPolicy: 'honor' }), `${at}.nodeTaintsPolicy: FieldValueNotSupported`],
    },
  },
  'valid-spread-label-keys': {
    valid: {
      'a key beside the selector': spread({ labelSelector: selector, matchLabelKeys: ['pod-template-hash'] }),
      'a key of the selector that the Pod lacks': spread({ labelSelector: selector, matchLabelKeys: ['app'] }),
    },
    invalid: {
      'no selector': [spread({ matchLabelKeys: ['app'] }), `${at}.matchLabelKeys: FieldValueForbidden`],
      'no selector, whatever the keys are': [
        spread({ matchLabelKeys: ['a b'] }),
        `${at}.matchLabelKeys: FieldValueForbidden`,
      ],
      'no selector and no label key, before 1.34': [
        { manifest: spread({ matchLabelKeys: ['a b'] }), kubeVersion: '1.33' },
        `${at}.matchLabelKeys: FieldValueForbidden`,
        `${at}.matchLabelKeys[0]: FieldValueInvalid`,
      ],
      'no label key': [
        spread({ labelSelector: selector, matchLabelKeys: ['a b'] }),
        `${at}.matchLabelKeys[0]: FieldValueInvalid`,
      ],
      'a key of the selector that the Pod has': [
        {
          ...spread({ labelSelector: selector, matchLabelKeys: ['x', 'app'] }),
          metadata: { name: 'web', labels: { app: 'web' } },
        },
        `${at}[1]: FieldValueInvalid`,
      ],
      'a key of the selector, before 1.34': [
        { manifest: spread({ labelSelector: selector, matchLabelKeys: ['app'] }), kubeVersion: '1.33' },
        `${at}.matchLabelKeys[0]: FieldValueInvalid`,
      ],
      'in a template, where nothing is merged': [
        deployment({
          template: podTemplate({
            topologySpreadConstraints: [
              {
                ...whole,
                labelSelector: { ...selector, matchExpressions: [{ key: 'app', operator: 'Exists' }] },
                matchLabelKeys: ['app'],
              },
            ],
          }),
        }),
        'spec.template.spec.topologySpreadConstraints[0][0]: FieldValueInvalid',
      ],
    },
  },
});

test('a key that stands twice is placed in its list', () => {
  const twice = { ...selector, matchExpressions: [{ key: 'app', operator: 'Exists' }] };
  const [found] = validate([spread({ labelSelector: twice, matchLabelKeys: ['x', 'app'] })]);
  expect(found?.path).toEqual(['spec', 'topologySpreadConstraints', 0, 'matchLabelKeys', 1]);
});
