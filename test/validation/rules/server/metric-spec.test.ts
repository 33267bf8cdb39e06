import { metricSpecRules } from '../../../../lib/validation/rules/server/metric-spec';
import { object } from '../../manifests';
import { testRules } from '../test-rules';

type Body = Record<string, unknown>;

const measuring = (metric: Body) =>
  object('autoscaling/v2', 'HorizontalPodAutoscaler', { spec: { maxReplicas: 5, metrics: [metric] } });
const target = { type: 'AverageValue', averageValue: 1 };
const resource = { name: 'cpu', target };
const pods = { metric: { name: 'rps' }, target };
const AT = 'spec.metrics[0]';
const annotated = (metrics: string) => ({
  apiVersion: 'autoscaling/v1',
  kind: 'HorizontalPodAutoscaler',
  metadata: { name: 'web', annotations: { 'autoscaling.alpha.kubernetes.io/metrics': metrics } },
  spec: { maxReplicas: 5 },
});

testRules(metricSpecRules, {
  'valid-metric-type': {
    valid: {
      Resource: measuring({ type: 'Resource', resource }),
      'an annotation that cannot be read': annotated('[{"type": 1}]'),
    },
    invalid: {
      none: [measuring({ resource }), `${AT}.type: FieldValueRequired`, `${AT}.type: FieldValueNotSupported`],
      'another case': [measuring({ type: 'resource', resource }), `${AT}.type: FieldValueNotSupported`],
      'an annotation of autoscaling/v1': [
        annotated('[{"type": "cpu"}]'),
        'spec.metrics[0].type: FieldValueNotSupported',
      ],
    },
  },
  'valid-metric-source': {
    valid: { Pods: measuring({ type: 'Pods', pods }), 'another type': measuring({ type: 'x', resource }) },
    invalid: {
      'another source': [measuring({ type: 'Pods', resource }), `${AT}.pods: FieldValueRequired`],
      'a second source': [measuring({ type: 'Resource', resource, pods }), `${AT}.pods: FieldValueForbidden`],
      'two others': [
        measuring({ type: 'ContainerResource', resource, pods }),
        `${AT}.containerResource: FieldValueRequired`,
        `${AT}.pods: FieldValueForbidden`,
        `${AT}.resource: FieldValueForbidden`,
      ],
    },
  },
  'valid-metric-name': {
    valid: {
      'any resource': measuring({ type: 'Resource', resource: { name: 'a/b c', target } }),
      'a container resource': measuring({
        type: 'ContainerResource',
        containerResource: { name: 'example.com/gpu', container: 'app', target },
      }),
      'the second source': measuring({ type: 'Resource', pods, resource: { target } }),
    },
    invalid: {
      'no resource': [measuring({ type: 'Resource', resource: { target } }), `${AT}.resource.name: FieldValueRequired`],
      'no metric': [measuring({ type: 'Pods', pods: { target } }), `${AT}.pods.metric.name: FieldValueRequired`],
      'a slash': [
        measuring({ type: 'External', external: { metric: { name: 'a/b' }, target } }),
        `${AT}.external.metric.name: FieldValueInvalid`,
      ],
      'a resource that no container has': [
        measuring({ type: 'ContainerResource', containerResource: { name: 'storage', container: 'app', target } }),
        `${AT}.containerResource.name: FieldValueInvalid`,
      ],
    },
  },
  'valid-metric-container': {
    valid: {
      named: measuring({ type: 'ContainerResource', containerResource: { name: 'cpu', container: 'app', target } }),
      'the second source': measuring({ type: 'Resource', resource, containerResource: { name: 'cpu', target } }),
    },
    invalid: {
      none: [
        measuring({ type: 'ContainerResource', containerResource: { name: 'cpu', target } }),
        `${AT}.containerResource.container: FieldValueRequired`,
      ],
      'upper case': [
        measuring({ type: 'ContainerResource', containerResource: { name: 'cpu', container: 'App', target } }),
        `${AT}.containerResource.container: FieldValueInvalid`,
      ],
    },
  },
});
