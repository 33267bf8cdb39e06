import { scalingRulesRules } from '../../../../lib/validation/rules/server/scaling-rules';
import { object } from '../../manifests';
import { testRules } from '../test-rules';

type Body = Record<string, unknown>;

const scaling = (behavior: Body) =>
  object('autoscaling/v2', 'HorizontalPodAutoscaler', { spec: { maxReplicas: 5, behavior } });
const down = (rules: Body) => scaling({ scaleDown: rules });
const policy = { type: 'Pods', value: 1, periodSeconds: 60 };
const DOWN = 'spec.behavior.scaleDown';
const annotated = (behavior: string) => ({
  apiVersion: 'autoscaling/v1',
  kind: 'HorizontalPodAutoscaler',
  metadata: { name: 'web', annotations: { 'autoscaling.alpha.kubernetes.io/behavior': behavior } },
  spec: { maxReplicas: 5 },
});

testRules(scalingRulesRules, {
  'valid-stabilization-window': {
    valid: { zero: down({ stabilizationWindowSeconds: 0 }), 'an hour': down({ stabilizationWindowSeconds: 3600 }) },
    invalid: {
      'a second more': [
        down({ stabilizationWindowSeconds: 3601 }),
        `${DOWN}.stabilizationWindowSeconds: FieldValueInvalid`,
      ],
      negative: [
        scaling({ scaleUp: { stabilizationWindowSeconds: -1 } }),
        'spec.behavior.scaleUp.stabilizationWindowSeconds: FieldValueInvalid',
      ],
    },
  },
  'valid-select-policy': {
    valid: { Disabled: down({ selectPolicy: 'Disabled' }), none: down({}) },
    invalid: {
      'another case': [down({ selectPolicy: 'max' }), `${DOWN}.selectPolicy: FieldValueNotSupported`],
      empty: [down({ selectPolicy: '' }), `${DOWN}.selectPolicy: FieldValueNotSupported`],
    },
  },
  'require-scaling-policy': {
    valid: { none: down({}), null: down({ policies: null }) },
    invalid: {
      'an empty list': [down({ policies: [], selectPolicy: 'Disabled' }), `${DOWN}.policies: FieldValueRequired`],
      'none in an annotation of autoscaling/v1': [
        annotated('{"scaleDown": {}}'),
        `${DOWN}.policies: FieldValueRequired`,
      ],
    },
  },
  'valid-scaling-policy': {
    valid: { 'more than all': down({ policies: [{ type: 'Percent', value: 200, periodSeconds: 1800 }] }) },
    invalid: {
      nothing: [
        down({ policies: [{}] }),
        `${DOWN}.policies[0].type: FieldValueNotSupported`,
        `${DOWN}.policies[0].value: FieldValueInvalid`,
        `${DOWN}.policies[0].periodSeconds: FieldValueInvalid`,
      ],
      'a second more': [
        down({ policies: [policy, { ...policy, periodSeconds: 1801 }] }),
        `${DOWN}.policies[1].periodSeconds: FieldValueInvalid`,
      ],
    },
  },
  'valid-tolerance': {
    valid: {
      'more than one': down({ tolerance: 2 }),
      'a minor that drops it': { manifest: down({ tolerance: '-100m' }), kubeVersion: '1.34' },
    },
    invalid: { negative: [down({ tolerance: '-100m' }), `${DOWN}.tolerance: FieldValueInvalid`] },
  },
});
