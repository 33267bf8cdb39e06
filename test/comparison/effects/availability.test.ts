import { deployment, effectsBetween, object, template } from '../versions';

type Json = Record<string, unknown>;

const rolling = (maxUnavailable: number | string) => ({ strategy: { rollingUpdate: { maxUnavailable } } });
const budget = (spec: Json) => object('PodDisruptionBudget', { spec: { selector: {}, ...spec } });
const daemonSet = (maxUnavailable: number | string) =>
  object('DaemonSet', {
    spec: {
      selector: { matchLabels: { app: 'web' } },
      template: template(),
      updateStrategy: { rollingUpdate: { maxUnavailable } },
    },
  });
const autoscaler = (minReplicas: number, maxReplicas: number) =>
  object('HorizontalPodAutoscaler', {
    spec: { minReplicas, maxReplicas, scaleTargetRef: { kind: 'Deployment', name: 'web' } },
  });
const service = (spec: Json) => object('Service', { spec: { ports: [{ port: 80 }], ...spec } });
const spread = [{ maxSkew: 1, topologyKey: 'zone', whenUnsatisfiable: 'ScheduleAnyway' }];
const limits = { cpu: '1', memory: '1Gi' };

test.each<[string, Json, Json | undefined, string[]]>([
  ['fewer replicas', deployment({ replicas: 3 }), deployment({ replicas: 2 }), ['spec.replicas: 2 pods instead of 3']],
  ['no replicas', deployment({ replicas: 3 }), deployment({ replicas: 0 }), ['spec.replicas: no pods are left']],
  [
    'Recreate',
    deployment(),
    deployment({ strategy: { type: 'Recreate' } }),
    ['spec.strategy.type: each rollout stops all pods first'],
  ],
  [
    'more unavailable',
    deployment({ replicas: 4 }),
    deployment({ replicas: 4, ...rolling('50%') }),
    ['spec.strategy.rollingUpdate.maxUnavailable: a rollout may miss 2 of 4 pods instead of 1'],
  ],
  [
    'more unavailable nodes',
    daemonSet(1),
    daemonSet(2),
    ['spec.updateStrategy.rollingUpdate.maxUnavailable: an update may miss 2 pods at once instead of 1'],
  ],
  [
    'a lower floor of an autoscaler',
    autoscaler(2, 9),
    autoscaler(1, 9),
    ['spec.minReplicas: minReplicas is 1 instead of 2'],
  ],
  [
    'a lower ceiling of an autoscaler',
    autoscaler(2, 9),
    autoscaler(2, 5),
    ['spec.maxReplicas: maxReplicas is 5 instead of 9'],
  ],
  [
    'a budget that leaves fewer',
    budget({ minAvailable: 2 }),
    budget({ minAvailable: 1 }),
    ['spec.minAvailable: a drain has to leave 1 pod instead of 2'],
  ],
  [
    'a budget that takes more',
    budget({ maxUnavailable: '10%' }),
    budget({ maxUnavailable: '50%' }),
    ['spec.maxUnavailable: a drain may take 50% of the pods instead of 10%'],
  ],
  [
    'a budget for ready pods only',
    budget({ minAvailable: 1 }),
    budget({ minAvailable: 1, unhealthyPodEvictionPolicy: 'AlwaysAllow' }),
    ['spec.unhealthyPodEvictionPolicy: a drain may take pods that are not ready, whatever the budget'],
  ],
  ['no budget', budget({ minAvailable: 1 }), undefined, ['a drain may evict all of its pods at once']],
  ['no Deployment', deployment(), undefined, ['its pods are gone']],
  ['no Service', service({}), undefined, ['its name and address are gone']],
  [
    'traffic to pods that are not ready',
    service({}),
    service({ publishNotReadyAddresses: true }),
    ['spec.publishNotReadyAddresses: pods that are not ready get traffic'],
  ],
  [
    'less time to end',
    deployment(),
    deployment({}, {}, { terminationGracePeriodSeconds: 5 }),
    ['spec.template.spec.terminationGracePeriodSeconds: pods have 5 s instead of 30 s to end'],
  ],
  [
    'no spreading',
    deployment({}, {}, { topologySpreadConstraints: spread }),
    deployment(),
    ['spec.template.spec.topologySpreadConstraints: all pods may land on one node'],
  ],
  [
    'a lower QoS class',
    deployment({}, { resources: { limits } }),
    deployment({}, { resources: { limits, requests: { cpu: '100m', memory: '1Gi' } } }),
    ['pods are Burstable instead of Guaranteed: a node short of memory ends them sooner'],
  ],
])('availability is lowered by %s', (_name, before, after, expected) => {
  expect(effectsBetween('lowers-availability', before, after)).toEqual(expected);
});

test.each<[string, Json, Json | undefined]>([
  ['more replicas', deployment({ replicas: 2 }), deployment({ replicas: 3 })],
  ['a percentage of more replicas', deployment({ replicas: 4 }), deployment({ replicas: 8 })],
  ['the end of Recreate', deployment({ strategy: { type: 'Recreate' } }), deployment()],
  ['less unavailable', deployment(rolling(2)), deployment(rolling(1))],
  ['a stricter budget', budget({ minAvailable: 1 }), budget({ minAvailable: 2 })],
  ['a budget of another sort', budget({ minAvailable: 2 }), budget({ maxUnavailable: 1 })],
  ['more time to end', deployment(), deployment({}, {}, { terminationGracePeriodSeconds: 60 })],
  ['a higher QoS class', deployment(), deployment({}, { resources: { requests: limits } })],
  ['the end of a ConfigMap', object('ConfigMap'), undefined],
])('availability is not lowered by %s', (_name, before, after) => {
  expect(effectsBetween('lowers-availability', before, after)).toEqual([]);
});
