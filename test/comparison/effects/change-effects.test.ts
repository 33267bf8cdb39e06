import { changeBetween, deployment, object, template } from '../versions';

type Json = Record<string, unknown>;

const cronJob = (image: string) =>
  object('CronJob', {
    spec: {
      schedule: '* * * * *',
      jobTemplate: { spec: { template: template({ image }, { restartPolicy: 'Never' }) } },
    },
  });
const replicaSet = (image: string) =>
  object('ReplicaSet', { spec: { selector: { matchLabels: { app: 'web' } }, template: template({ image }) } });
const autoscaler = (minReplicas: number, maxReplicas: number) =>
  object('HorizontalPodAutoscaler', {
    spec: { minReplicas, maxReplicas, scaleTargetRef: { kind: 'Deployment', name: 'web' } },
  });
const data = 'in-place: mounted files follow within minutes, environment variables only when a pod restarts';

test.each<[string, Json, Json, string[]]>([
  ['scaling up', deployment({ replicas: 3 }), deployment({ replicas: 5 }), ['scales: from 3 to 5']],
  [
    'replicas left out, which is 1',
    deployment({ replicas: 3 }),
    deployment(),
    ['lowers-availability: 1 pod instead of 3', 'scales: from 3 to 1'],
  ],
  [
    'the bounds of an autoscaler',
    autoscaler(1, 3),
    autoscaler(2, 4),
    ['scales: minReplicas from 1 to 2, maxReplicas from 3 to 4'],
  ],
  [
    'a label of the object',
    deployment(),
    { ...deployment(), metadata: { name: 'web', labels: { a: 'b' } } },
    ['metadata: '],
  ],
  [
    'a label beside a new image',
    deployment(),
    { ...deployment({}, { image: 'nginx:1.29' }), metadata: { name: 'web', labels: { a: 'b' } } },
    ['restarts-pods: RollingUpdate, at most 1 more and 0 fewer pods than 1'],
  ],
  ['a finalizer', object('ConfigMap'), object('ConfigMap', {}, { finalizers: ['a/b'] }), ['in-place: ']],
  ['a default written out', deployment(), deployment({ revisionHistoryLimit: 10 }), ['none: ']],
  [
    'a quantity written differently',
    deployment({}, { resources: { requests: { cpu: '1000m' } } }),
    deployment({}, { resources: { requests: { cpu: 1 } } }),
    ['none: '],
  ],
  [
    'a field that the version does not know yet',
    deployment(),
    deployment({}, {}, { hostnameOverride: null }),
    ['none: '],
  ],
  ['data', object('ConfigMap', { data: { a: '1' } }), object('ConfigMap', { data: { a: '2' } }), [data]],
  ['secret data', object('Secret', { data: { a: 'MQ==' } }), object('Secret', { stringData: { a: '2' } }), [data]],
  ['a run of a CronJob', cronJob('a'), cronJob('b'), ['in-place: the next run has it, a running Job does not']],
  [
    'the template of a ReplicaSet',
    replicaSet('a'),
    replicaSet('b'),
    ['in-place: only pods that are created from now on have it'],
  ],
  [
    'an immutable field',
    deployment(),
    deployment({ selector: { matchLabels: { app: 'shop' } } }),
    ['re-creates: the API server refuses to change spec.selector.matchLabels[app] of a Deployment'],
  ],
  [
    'a custom resource',
    { apiVersion: 'a.io/v1', kind: 'A', metadata: { name: 'web' }, replicas: 1 },
    { apiVersion: 'a.io/v1', kind: 'A', metadata: { name: 'web' }, replicas: 2 },
    ['in-place: '],
  ],
  [
    'an object that does not decode',
    object('Service', { spec: { ports: 'x' } }),
    object('Service', { spec: { ports: 'y' } }),
    ['in-place: '],
  ],
])('%s', (_name, before, after, expected) => {
  expect(changeBetween(before, after).effects.map(({ kind, detail }) => `${kind}: ${detail}`)).toEqual(expected);
});
