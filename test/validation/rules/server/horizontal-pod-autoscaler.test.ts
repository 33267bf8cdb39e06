import { horizontalPodAutoscalerRules } from '../../../../lib/validation/rules/server/horizontal-pod-autoscaler';
import { object } from '../../manifests';
import { testRules } from '../test-rules';

type Body = Record<string, unknown>;

const deploymentRef = { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' };
const autoscaler = (spec: Body, apiVersion = 'autoscaling/v2') =>
  object(apiVersion, 'HorizontalPodAutoscaler', { spec: { scaleTargetRef: deploymentRef, maxReplicas: 5, ...spec } });
const targeting = (reference: Body) => autoscaler({ scaleTargetRef: { ...deploymentRef, ...reference } });
const describing = (describedObject: Body) =>
  autoscaler({
    metrics: [
      { type: 'Object', object: { describedObject, metric: { name: 'rps' }, target: { type: 'Value', value: 1 } } },
    ],
  });
const TARGET = 'spec.scaleTargetRef';
const DESCRIBED = 'spec.metrics[0].object.describedObject';

testRules(horizontalPodAutoscalerRules, {
  'valid-min-replicas': {
    valid: { none: autoscaler({}), one: autoscaler({ minReplicas: 1 }) },
    invalid: {
      zero: [
        autoscaler({ minReplicas: 0 }),
        'spec.minReplicas: FieldValueInvalid',
        'spec.metrics: FieldValueForbidden',
      ],
      'zero with an External metric': [
        autoscaler({ minReplicas: 0, metrics: [{ type: 'External' }] }),
        'spec.minReplicas: FieldValueInvalid',
      ],
      negative: [autoscaler({ minReplicas: -1 }), 'spec.minReplicas: FieldValueInvalid'],
      'zero in autoscaling/v1': [
        autoscaler({ minReplicas: 0 }, 'autoscaling/v1'),
        'spec.minReplicas: FieldValueInvalid',
        'spec.metrics: FieldValueForbidden',
      ],
    },
  },
  'valid-max-replicas': {
    valid: { 'as many as the fewest': autoscaler({ minReplicas: 5 }) },
    invalid: {
      none: [
        autoscaler({ maxReplicas: undefined }),
        'spec.maxReplicas: FieldValueRequired',
        'spec.maxReplicas: FieldValueInvalid',
      ],
      'none in 1.35': [
        { manifest: autoscaler({ maxReplicas: undefined }), kubeVersion: '1.35' },
        'spec.maxReplicas: FieldValueInvalid',
        'spec.maxReplicas: FieldValueInvalid',
      ],
      'fewer than minReplicas': [autoscaler({ minReplicas: 6 }), 'spec.maxReplicas: FieldValueInvalid'],
    },
  },
  'valid-scale-target': {
    valid: {
      'a custom kind': targeting({ apiVersion: 'example.com/v1', kind: 'Widget' }),
      'a ReplicationController': targeting({ apiVersion: 'v1', kind: 'ReplicationController' }),
      'a ReplicationController without version': targeting({ apiVersion: undefined, kind: 'ReplicationController' }),
      'no group before 1.34': { manifest: targeting({ apiVersion: 'v1' }), kubeVersion: '1.33' },
    },
    invalid: {
      nothing: [
        autoscaler({ scaleTargetRef: undefined }),
        `${TARGET}.kind: FieldValueRequired`,
        `${TARGET}.name: FieldValueRequired`,
        `${TARGET}.apiVersion: FieldValueInvalid`,
      ],
      'a slash in the kind': [targeting({ kind: 'apps/Deployment' }), `${TARGET}.kind: FieldValueInvalid`],
      'dots for a name': [targeting({ name: '..' }), `${TARGET}.name: FieldValueInvalid`],
      'no group': [targeting({ apiVersion: 'v1' }), `${TARGET}.apiVersion: FieldValueInvalid`],
      'an empty group in 1.34': [
        { manifest: targeting({ apiVersion: '/v1' }), kubeVersion: '1.34' },
        `${TARGET}.apiVersion: FieldValueInvalid`,
      ],
      'two slashes': [targeting({ apiVersion: 'a/b/c' }), `${TARGET}.apiVersion: FieldValueInvalid`],
    },
  },
  'valid-described-object': {
    valid: { 'without version': describing({ kind: 'Service', name: 'web' }) },
    invalid: {
      nothing: [describing({}), `${DESCRIBED}.kind: FieldValueRequired`, `${DESCRIBED}.name: FieldValueRequired`],
      'two slashes': [
        describing({ apiVersion: 'a/b/c', kind: 'Service', name: 'web' }),
        `${DESCRIBED}.apiVersion: FieldValueInvalid`,
      ],
    },
  },
});
