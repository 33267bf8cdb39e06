import { rolloutBounds } from '../../../lib/comparison/effects/rollout';
import { deployment, effectsBetween, object, template } from '../versions';

type Json = Record<string, unknown>;

const rolling = (rollingUpdate: Json) => ({ strategy: { type: 'RollingUpdate', rollingUpdate } });

test.each<[string, Json, Json]>([
  ['percentages round a surge up and unavailability down', { replicas: 3 }, { maxSurge: 1, maxUnavailable: 0 }],
  ['larger numbers', { replicas: 10 }, { maxSurge: 3, maxUnavailable: 2 }],
  [
    'numbers count as they are',
    { replicas: 3, ...rolling({ maxSurge: 0, maxUnavailable: 2 }) },
    { maxSurge: 0, maxUnavailable: 2 },
  ],
  [
    'one pod may be missing when nothing else leaves room',
    { replicas: 3, ...rolling({ maxSurge: 0, maxUnavailable: '10%' }) },
    { maxSurge: 0, maxUnavailable: 1 },
  ],
])('%s', (_name, spec, bounds) => {
  expect(rolloutBounds(deployment(spec))).toMatchObject(bounds);
});

const changed = { image: 'nginx:1.29' };
const set = (kind: string, spec: Json, container: Json = {}) =>
  object(kind, { spec: { selector: { matchLabels: { app: 'web' } }, template: template(container), ...spec } });

test.each<[string, Json, Json, string[]]>([
  [
    'a rolling update',
    deployment({ replicas: 3 }),
    deployment({ replicas: 3 }, changed),
    ['RollingUpdate, at most 1 more and 0 fewer pods than 3'],
  ],
  [
    'Recreate',
    deployment({ replicas: 3, strategy: { type: 'Recreate' } }),
    deployment({ replicas: 3, strategy: { type: 'Recreate' } }, changed),
    ['Recreate, all 3 pods stop before new ones start'],
  ],
  [
    'a paused rollout',
    deployment({ replicas: 4, paused: true }),
    deployment({ replicas: 4, paused: true }, changed),
    ['RollingUpdate, at most 1 more and 1 fewer pods than 4, once it is no longer paused'],
  ],
  ['no pods', deployment({ replicas: 0 }), deployment({ replicas: 0 }, changed), ['no pods to restart: replicas is 0']],
  [
    'labels of the pods',
    deployment(),
    deployment({ template: { ...template(), metadata: { labels: { app: 'web', a: 'b' } } } }),
    ['RollingUpdate, at most 1 more and 0 fewer pods than 1'],
  ],
  [
    'a StatefulSet',
    set('StatefulSet', { replicas: 3 }),
    set('StatefulSet', { replicas: 3 }, changed),
    ['RollingUpdate, at most 1 fewer pods than 3, from the highest ordinal down'],
  ],
  [
    'a StatefulSet with a partition',
    set('StatefulSet', { replicas: 3, updateStrategy: { rollingUpdate: { partition: 2 } } }),
    set('StatefulSet', { replicas: 3, updateStrategy: { rollingUpdate: { partition: 2 } } }, changed),
    ['RollingUpdate, at most 1 fewer pods than 3, from the highest ordinal down, only ordinals from 2 on'],
  ],
  [
    'a StatefulSet updated by hand',
    set('StatefulSet', { updateStrategy: { type: 'OnDelete' } }),
    set('StatefulSet', { updateStrategy: { type: 'OnDelete' } }, changed),
    ['OnDelete, each pod only when somebody deletes it'],
  ],
  [
    'a DaemonSet',
    set('DaemonSet', {}),
    set('DaemonSet', {}, changed),
    ['RollingUpdate, at most 0 more and 1 fewer pods than nodes'],
  ],
  [
    'a DaemonSet updated by hand',
    set('DaemonSet', { updateStrategy: { type: 'OnDelete' } }),
    set('DaemonSet', { updateStrategy: { type: 'OnDelete' } }, changed),
    ['OnDelete, each pod only when somebody deletes it'],
  ],
  [
    'the image of a Pod',
    object('Pod', template()),
    object('Pod', template(changed)),
    ['the kubelet restarts the container in its pod'],
  ],
  ['a ReplicaSet, whose pods stay', set('ReplicaSet', {}), set('ReplicaSet', {}, changed), []],
  ['nothing but a default', deployment(), deployment({}, { terminationMessagePath: '/dev/termination-log' }), []],
])('pods restart: %s', (_name, before, after, expected) => {
  expect(effectsBetween('restarts-pods', before, after)).toEqual(expected);
});
