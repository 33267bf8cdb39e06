import { defaulted, defaultedSpec } from './defaulted';

const cpu = { type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 80 } } };
const up = {
  stabilizationWindowSeconds: 0,
  selectPolicy: 'Max',
  policies: [
    { type: 'Pods', value: 4, periodSeconds: 15 },
    { type: 'Percent', value: 100, periodSeconds: 15 },
  ],
};
const down = { selectPolicy: 'Max', policies: [{ type: 'Percent', value: 100, periodSeconds: 15 }] };
const filled = { minReplicas: 1, metrics: [cpu] };
const own = [{ type: 'Pods', value: 1, periodSeconds: 60 }];

describe('defaultHorizontalPodAutoscaler', () => {
  test.each<[string, object, object]>([
    ['aims at 80 % of the cpu requests', {}, {}],
    ['reads an empty list of metrics as absent', { metrics: [] }, {}],
    ['keeps zero replicas', { minReplicas: 0 }, { minReplicas: 0 }],
    [
      'fills in both directions where one is given',
      { behavior: { scaleUp: {} } },
      { behavior: { scaleUp: up, scaleDown: down } },
    ],
    [
      'keeps what is given',
      { behavior: { scaleDown: { policies: own, selectPolicy: 'Disabled', stabilizationWindowSeconds: 60 } } },
      {
        behavior: {
          scaleUp: up,
          scaleDown: { policies: own, selectPolicy: 'Disabled', stabilizationWindowSeconds: 60 },
        },
      },
    ],
    [
      'keeps an empty list of policies, which is refused',
      { behavior: { scaleUp: { policies: [] } } },
      { behavior: { scaleUp: { ...up, policies: [] }, scaleDown: down } },
    ],
  ])('%s', (_, spec, expected) => {
    expect(defaultedSpec('autoscaling/v2', 'HorizontalPodAutoscaler', { ...spec })).toEqual({ ...filled, ...expected });
  });

  test('takes a tolerance from 1.35 on', () => {
    const spec = { behavior: { scaleUp: { tolerance: '0.1' } } };
    const path = 'behavior.scaleUp.tolerance';
    expect(defaultedSpec('autoscaling/v2', 'HorizontalPodAutoscaler', spec, 34)).not.toHaveProperty(path);
    expect(defaultedSpec('autoscaling/v2', 'HorizontalPodAutoscaler', spec, 35)).toHaveProperty(path, '0.1');
  });
});

describe('defaultHorizontalPodAutoscalerV1', () => {
  const annotations = { 'autoscaling.alpha.kubernetes.io/metrics': '[{"type":"Resource"}]' };

  test.each<[string, object, object, object]>([
    ['aims at 80 % of the cpu requests', {}, {}, { minReplicas: 1, targetCPUUtilizationPercentage: 80 }],
    [
      'keeps what is given',
      { minReplicas: 2, targetCPUUtilizationPercentage: 50 },
      {},
      { minReplicas: 2, targetCPUUtilizationPercentage: 50 },
    ],
    ['aims at other metrics of an annotation', {}, { annotations }, { minReplicas: 1 }],
  ])('%s', (_, spec, metadata, expected) => {
    const manifest = {
      apiVersion: 'autoscaling/v1',
      kind: 'HorizontalPodAutoscaler',
      metadata: { name: 'web', ...metadata },
      spec,
    };
    expect(defaulted(manifest).spec).toEqual(expected);
  });
});
