import { metricTargetRules } from '../../../../lib/validation/rules/server/metric-target';
import { object } from '../../manifests';
import { testRules } from '../test-rules';

type Body = Record<string, unknown>;

const measuring = (metric: Body) =>
  object('autoscaling/v2', 'HorizontalPodAutoscaler', { spec: { maxReplicas: 5, metrics: [metric] } });
const cpu = (target: Body) => measuring({ type: 'Resource', resource: { name: 'cpu', target } });
const metric = { name: 'rps' };
const external = (target: Body) => measuring({ type: 'External', external: { metric, target } });
const CPU = 'spec.metrics[0].resource.target';
const EXTERNAL = 'spec.metrics[0].external.target';

testRules(metricTargetRules, {
  'valid-metric-target-type': {
    valid: { 'one that does not fit the value': cpu({ type: 'Value', averageUtilization: 60 }) },
    invalid: {
      none: [cpu({ averageUtilization: 60 }), `${CPU}.type: FieldValueRequired`, `${CPU}.type: FieldValueInvalid`],
      'another case': [cpu({ type: 'utilization', averageUtilization: 60 }), `${CPU}.type: FieldValueInvalid`],
    },
  },
  'valid-metric-target-value': {
    valid: { 'more than 100 %': cpu({ type: 'Utilization', averageUtilization: 150 }) },
    invalid: {
      'no utilization': [
        cpu({ type: 'Utilization', averageUtilization: 0 }),
        `${CPU}.averageUtilization: FieldValueInvalid`,
      ],
      'a negative value': [external({ type: 'Value', value: '-1' }), `${EXTERNAL}.value: FieldValueInvalid`],
      'an average of zero': [
        external({ type: 'AverageValue', averageValue: 0 }),
        `${EXTERNAL}.averageValue: FieldValueInvalid`,
      ],
      'the percentage of autoscaling/v1': [
        object('autoscaling/v1', 'HorizontalPodAutoscaler', {
          spec: { maxReplicas: 5, targetCPUUtilizationPercentage: 0 },
        }),
        `${CPU}.averageUtilization: FieldValueInvalid`,
      ],
    },
  },
  'require-metric-target': {
    valid: {
      'an average for a resource': cpu({ type: 'AverageValue', averageValue: '100m' }),
      'a value for an external metric': external({ type: 'Value', value: 1 }),
    },
    invalid: {
      'a value for a resource': [cpu({ type: 'Value', value: 1 }), `${CPU}.averageUtilization: FieldValueRequired`],
      'nothing for an external metric': [external({ type: 'Value' }), `${EXTERNAL}.averageValue: FieldValueRequired`],
      'a value for Pods': [
        measuring({ type: 'Pods', pods: { metric, target: { type: 'Value', value: 1 } } }),
        'spec.metrics[0].pods.target.averageValue: FieldValueRequired',
      ],
    },
  },
  'no-second-metric-target': {
    valid: {
      'both for an Object': measuring({
        type: 'Object',
        object: {
          describedObject: { kind: 'Service', name: 'web' },
          metric,
          target: { type: 'Value', value: 1, averageValue: 1 },
        },
      }),
    },
    invalid: {
      'both for a resource': [
        cpu({ type: 'Utilization', averageUtilization: 60, averageValue: 1 }),
        `${CPU}.averageValue: FieldValueForbidden`,
      ],
      'both for an external metric': [
        external({ type: 'Value', value: 1, averageValue: 1 }),
        `${EXTERNAL}.value: FieldValueForbidden`,
      ],
    },
  },
});
