import { explainedRollout } from '../../lib/explanation/explained-rollout';

const object = (spec: object) => ({ metadata: { name: 'web' }, spec });
const rolling = (maxSurge: unknown, maxUnavailable: unknown) => ({
  type: 'RollingUpdate',
  rollingUpdate: { maxSurge, maxUnavailable },
});

test.each<[string, string, object, object]>([
  [
    'percentages, rounded up and down',
    'Deployment',
    { replicas: 3, strategy: rolling('25%', '25%') },
    { most: 4, least: 3 },
  ],
  ['of ten', 'Deployment', { replicas: 10, strategy: rolling('25%', '25%') }, { most: 13, least: 8 }],
  ['numbers', 'Deployment', { replicas: 3, strategy: rolling(0, 1) }, { most: 3, least: 2 }],
  [
    'room for none is room for one',
    'Deployment',
    { replicas: 3, strategy: rolling('0%', '10%') },
    { most: 3, least: 2 },
  ],
  ['no pods', 'Deployment', { replicas: 0, strategy: rolling('25%', 1) }, { most: 0, least: 0 }],
  ['all at once', 'Deployment', { replicas: 3, strategy: { type: 'Recreate' } }, { most: 3, least: 0 }],
  [
    'paused',
    'Deployment',
    { replicas: 1, paused: true, strategy: rolling(1, 0) },
    { text: expect.stringContaining('nothing is replaced until it is resumed') },
  ],
  [
    'a StatefulSet goes down the ordinals',
    'StatefulSet',
    { replicas: 3, updateStrategy: { type: 'RollingUpdate', rollingUpdate: { partition: 1 } } },
    { least: 2, text: '3 pods, from web-2 down to web-1, 1 at once: never fewer than 2 available' },
  ],
  [
    'a partition above all',
    'StatefulSet',
    { replicas: 2, updateStrategy: { rollingUpdate: { partition: 2 } } },
    { least: 2, text: '2 pods, none of them replaced: partition is 2' },
  ],
  [
    'ordinals may start elsewhere',
    'StatefulSet',
    { replicas: 2, ordinals: { start: 5 } },
    { text: expect.stringContaining('from web-6 down to web-5') },
  ],
  [
    'on delete',
    'StatefulSet',
    { updateStrategy: { type: 'OnDelete' } },
    { text: expect.stringContaining('somebody deletes it') },
  ],
  [
    'a DaemonSet counts nodes',
    'DaemonSet',
    { updateStrategy: { rollingUpdate: { maxUnavailable: '10%', maxSurge: 0 } } },
    { text: expect.stringContaining('on 10% of the nodes at once the old one stops') },
  ],
  [
    'with a surge the new one comes first',
    'DaemonSet',
    { updateStrategy: { rollingUpdate: { maxUnavailable: 0, maxSurge: 1 } } },
    { text: expect.stringContaining('on one node at once the new one starts beside') },
  ],
  [
    'a Job',
    'Job',
    { parallelism: 2, completions: 4, backoffLimit: 6 },
    { text: 'at most 2 pods at once until 4 have succeeded; more than 6 failed pods make it fail' },
  ],
  [
    'a CronJob',
    'CronJob',
    {
      schedule: '@daily',
      concurrencyPolicy: 'Forbid',
      jobTemplate: { spec: { completions: 1, template: { spec: { restartPolicy: 'OnFailure' } } } },
    },
    {
      text: 'a Job at @daily in the time zone of the cluster, left out while the last one runs: at most 1 pod at once until one has succeeded; more than 6 restarts of containers make it fail',
    },
  ],
])('%s: %s', (_, kind, spec, expected) => {
  expect(explainedRollout(kind, object(spec))).toMatchObject(expected);
});

test('a Pod and a Service have none', () => {
  expect([explainedRollout('Pod', {}), explainedRollout('Service', {})]).toEqual([undefined, undefined]);
});
