import { toAutoscalingV2 } from '../../lib/kubernetes/to-autoscaling-v2';

const METRICS = 'autoscaling.alpha.kubernetes.io/metrics';
const BEHAVIOR = 'autoscaling.alpha.kubernetes.io/behavior';
const specOf = (annotations: Record<string, string>, spec = {}, minor = 36) =>
  toAutoscalingV2({ metadata: { name: 'web', annotations }, spec: { maxReplicas: 5, ...spec } }, minor).spec;

test('the percentage becomes a metric', () => {
  expect(specOf({}, { targetCPUUtilizationPercentage: 60 })).toEqual({
    maxReplicas: 5,
    metrics: [{ type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 60 } } }],
  });
});

test.each([
  [
    '{"type": "Resource", "resource": {"name": "memory", "targetAverageValue": "1Gi"}}',
    { type: 'Resource', resource: { name: 'memory', target: { type: 'AverageValue', averageValue: '1Gi' } } },
  ],
  [
    '{"type": "ContainerResource", "containerResource": {"name": "cpu", "container": "app", "targetAverageUtilization": 60}}',
    {
      type: 'ContainerResource',
      containerResource: { name: 'cpu', container: 'app', target: { type: 'Utilization', averageUtilization: 60 } },
    },
  ],
  [
    '{"type": "Pods", "pods": {"metricName": "rps", "targetAverageValue": "10"}}',
    { type: 'Pods', pods: { metric: { name: 'rps' }, target: { type: 'AverageValue', averageValue: '10' } } },
  ],
  [
    '{"type": "Object", "object": {"target": {"kind": "Service", "name": "web"}, "metricName": "rps", "targetValue": "10"}}',
    {
      type: 'Object',
      object: {
        describedObject: { kind: 'Service', name: 'web' },
        metric: { name: 'rps' },
        target: { type: 'Value', value: '10' },
      },
    },
  ],
  [
    '{"type": "External", "external": {"metricName": "rps", "targetAverageValue": "10"}}',
    { type: 'External', external: { metric: { name: 'rps' }, target: { type: 'AverageValue', averageValue: '10' } } },
  ],
  ['{"TYPE": "Pods"}', { type: 'Pods' }],
  ['null', {}],
])('the annotation [%s] becomes a metric', (json, metric) => {
  expect(specOf({ [METRICS]: `[${json}]` })?.metrics).toEqual([metric]);
});

test.each([
  '',
  '{}',
  '[1]',
  '[{"type": 1}]',
  '[{"resource": {"targetAverageUtilization": 1.5}}]',
  '[{"resource": {"targetAverageUtilization": 2147483648}}]',
  '[{"pods": {"targetAverageValue": "x"}}]',
])('the annotation %j cannot be read and is dropped', (json) => {
  expect(specOf({ [METRICS]: json, [BEHAVIOR]: json })?.metrics).toEqual([]);
});

test('behavior stays as incomplete as it is written', () => {
  const written =
    '{"scaleDown": {"selectPolicy": "Min", "policies": [{"type": "Pods", "value": 1, "periodSeconds": 60}]}}';
  expect(specOf({ [BEHAVIOR]: written })?.behavior).toEqual({
    scaleDown: { selectPolicy: 'Min', policies: [{ type: 'Pods', value: 1, periodSeconds: 60 }] },
  });
  expect(specOf({ [BEHAVIOR]: '{}' })?.behavior).toBeUndefined();
});

test.each([
  [32, '"x"', {}],
  [33, '"x"', undefined],
  [34, '"100m"', {}],
  [35, '"100m"', { tolerance: '100m' }],
])('in 1.%i the tolerance %s makes the behavior %j', (minor, tolerance, scaleDown) => {
  const written = `{"scaleDown": {"tolerance": ${tolerance}}}`;
  expect(specOf({ [BEHAVIOR]: written }, {}, minor)?.behavior?.scaleDown).toEqual(scaleDown);
});
