import { podDisruptionBudgetAdvice } from '../../../../lib/validation/rules/advice/pod-disruption-budget';
import { deployment, job, object, podTemplate, workload } from '../../manifests';
import { testAdvice } from '../test-advice';

const web = { matchLabels: { app: 'web' } };
const budget = (spec: object, metadata: object = {}) =>
  object('policy/v1', 'PodDisruptionBudget', {
    metadata: { name: 'web', ...metadata },
    spec: { selector: web, ...spec },
  });
const autoscaler = (minReplicas: number) =>
  object('autoscaling/v2', 'HorizontalPodAutoscaler', {
    spec: {
      scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' },
      minReplicas,
      maxReplicas: 9,
    },
  });
const canary = deployment({ replicas: 1 }, { name: 'canary' });

testAdvice(podDisruptionBudgetAdvice, {
  'require-disruption-budget': {
    valid: {
      'one pod': [deployment({ replicas: 1 })],
      'a budget': [deployment({ replicas: 3 }), budget({ maxUnavailable: 1 })],
      'a budget by an expression': [
        deployment({ replicas: 3 }),
        budget({ maxUnavailable: 1, selector: { matchExpressions: [{ key: 'app', operator: 'Exists' }] } }),
      ],
      'a Job': [job()],
      'objects that are not the whole app': { manifests: [deployment({ replicas: 3 })], oneApp: false },
    },
    invalid: {
      'three pods': [deployment({ replicas: 3 }), 'spec: a drain may evict all 3 pods at once'],
      'a budget for others': [
        [deployment({ replicas: 3 }), budget({ maxUnavailable: 1, selector: { matchLabels: { app: 'shop' } } })],
        '0 spec: a drain may evict all 3 pods at once',
      ],
      'a budget in another namespace': [
        [deployment({ replicas: 3 }), budget({ maxUnavailable: 1 }, { namespace: 'shop' })],
        '0 spec: all 3 pods',
      ],
      'as many as the autoscaler leaves': [[deployment(), autoscaler(2)], '0 spec: all 2 pods'],
    },
  },
  'require-unhealthy-pod-eviction-policy': {
    valid: { AlwaysAllow: budget({ maxUnavailable: 1, unhealthyPodEvictionPolicy: 'AlwaysAllow' }) },
    invalid: {
      unset: [budget({ maxUnavailable: 1 }), 'spec.unhealthyPodEvictionPolicy: may hold up a drain for ever'],
    },
  },
  'unique-disruption-budget': {
    valid: {
      'one budget for two workloads': [deployment(), canary, budget({ maxUnavailable: 1 })],
      'two budgets that select nothing here': [
        budget({ maxUnavailable: 1 }),
        budget({ maxUnavailable: 1 }, { name: 'more' }),
      ],
    },
    invalid: {
      'two budgets for one workload': [
        [budget({ maxUnavailable: 1 }), deployment(), budget({ minAvailable: 0 }, { name: 'more' })],
        '2 spec.selector: the pods of Deployment/web have another budget',
      ],
    },
  },
  'valid-disruption-budget': {
    valid: {
      'one of two': [deployment({ replicas: 2 }), budget({ minAvailable: 1 })],
      'one may miss': [deployment({ replicas: 1 }), budget({ maxUnavailable: 1 })],
      'a percentage that leaves one': [deployment({ replicas: 4 }), budget({ minAvailable: '75%' })],
      'a small percentage, which is rounded up': [deployment({ replicas: 2 }), budget({ maxUnavailable: '1%' })],
      'pods that are not among the objects': [budget({ minAvailable: 5 })],
      'pods of two workloads together': [deployment({ replicas: 2 }), canary, budget({ minAvailable: 2 })],
      'more than minReplicas': [deployment(), autoscaler(3), budget({ minAvailable: 2 })],
      'no pods at all': [deployment({ replicas: 0 }), budget({ minAvailable: 1 })],
    },
    invalid: {
      'as many as there are': [
        [deployment({ replicas: 2 }), budget({ minAvailable: 2 })],
        '1 spec.minAvailable: minAvailable 2 of the 2 pods of Deployment/web lets none be evicted',
      ],
      'the only one': [
        [budget({ minAvailable: 1 }), workload('StatefulSet', { serviceName: 'web' })],
        '0 spec.minAvailable: minAvailable 1 of the 1 pod of StatefulSet/web',
      ],
      'as many as minReplicas': [
        [deployment(), autoscaler(2), budget({ minAvailable: 2 })],
        '2 spec.minAvailable: of the 2 pods of Deployment/web',
      ],
      'a percentage that is rounded up': [
        [deployment({ replicas: 2 }), budget({ minAvailable: '51%' })],
        '1 spec.minAvailable: minAvailable 51%, which is 2, of the 2 pods',
      ],
      'all, of whatever': [budget({ minAvailable: '100%' }), 'spec.minAvailable: 100% of the pods'],
      'none may miss': [budget({ maxUnavailable: 0 }), 'spec.maxUnavailable: maxUnavailable 0 lets no pod'],
      'none in percent may miss': [budget({ maxUnavailable: '0%' }), 'spec.maxUnavailable: maxUnavailable 0%'],
      'pods with more labels': [
        [
          deployment({
            replicas: 3,
            template: podTemplate({}, { labels: { app: 'web', tier: 'front' } }),
          }),
          budget({ minAvailable: 3, selector: { matchLabels: { tier: 'front' } } }),
        ],
        '1 spec.minAvailable: of the 3 pods',
      ],
    },
  },
});
