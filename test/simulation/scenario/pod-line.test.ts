import type { ContainerState, ContainerStatus, PodStatus } from '../../../lib/simulation/pod-status';
import { humanDuration, podLine, podTable } from '../../../lib/simulation/scenario/pod-line';

const container = (name: string, state: ContainerState, more: Partial<ContainerStatus> = {}): ContainerStatus => ({
  name,
  state,
  lastState: {},
  ready: false,
  started: true,
  restartCount: 0,
  ...more,
});
const RUNNING = { running: { startedAt: 0 } };
const ended = (exitCode: number, reason: string, finishedAt = 50) => ({
  terminated: { exitCode, reason, startedAt: 0, finishedAt },
});
const READY = { type: 'Ready', status: 'True', lastTransitionTime: 0 } as const;
const INITIALIZED = { type: 'Initialized', status: 'True', lastTransitionTime: 0 } as const;

interface Case extends Partial<PodStatus> {
  readonly init?: readonly { readonly name: string; readonly restartPolicy?: string }[];
}

const line = ({ init = [], ...status }: Case) =>
  podLine(
    {
      name: 'web',
      createdAt: 0,
      spec: { initContainers: [...init], containers: (status.containerStatuses ?? []).map(({ name }) => ({ name })) },
      statuses: [
        {
          at: 0,
          status: { phase: 'Running', conditions: [], initContainerStatuses: [], containerStatuses: [], ...status },
        },
      ],
    },
    100,
  );

const CASES: Record<string, [Case, string]> = {
  'a running pod': [{ containerStatuses: [container('a', RUNNING, { ready: true })] }, '1/1 Running 0'],
  'one of two ready': [
    { containerStatuses: [container('a', RUNNING, { ready: true }), container('b', RUNNING)] },
    '1/2 Running 0',
  ],
  'a back-off': [
    {
      containerStatuses: [
        container(
          'a',
          { waiting: { reason: 'CrashLoopBackOff' } },
          { restartCount: 3, lastState: ended(1, 'Error', 89) },
        ),
      ],
    },
    '0/1 CrashLoopBackOff 3 (11s ago)',
  ],
  'an end that no restart has followed yet': [
    { containerStatuses: [container('a', ended(137, 'OOMKilled'))] },
    '0/1 OOMKilled 0',
  ],
  'the first container gives the reason': [
    {
      containerStatuses: [
        container('a', ended(1, 'Error')),
        container('b', { waiting: { reason: 'ImagePullBackOff' } }),
      ],
    },
    '0/2 Error 0',
  ],
  'one completed and one running, ready': [
    {
      conditions: [READY],
      containerStatuses: [container('a', ended(0, 'Completed')), container('b', RUNNING, { ready: true })],
    },
    '1/2 Running 0',
  ],
  'one completed and one running, not ready': [
    { containerStatuses: [container('a', ended(0, 'Completed')), container('b', RUNNING, { ready: true })] },
    '1/2 NotReady 0',
  ],
  'an init container at work': [
    {
      phase: 'Pending',
      init: [{ name: 'i' }, { name: 'j' }],
      initContainerStatuses: [container('i', ended(0, 'Completed')), container('j', RUNNING)],
      containerStatuses: [container('a', {})],
    },
    '0/1 Init:1/2 0',
  ],
  'an init container that failed': [
    {
      phase: 'Pending',
      init: [{ name: 'i' }],
      initContainerStatuses: [container('i', ended(1, 'Error'), { restartCount: 2 })],
      containerStatuses: [container('a', {})],
    },
    '0/1 Init:Error 2',
  ],
  'a sidecar counts': [
    {
      conditions: [INITIALIZED],
      init: [{ name: 's', restartPolicy: 'Always' }],
      initContainerStatuses: [
        container('s', RUNNING, { ready: true, restartCount: 1, lastState: ended(1, 'Error', 40) }),
      ],
      containerStatuses: [container('a', RUNNING, { ready: true })],
    },
    '2/2 Running 1 (60s ago)',
  ],
  'a deletion': [{ deletedAt: 90, containerStatuses: [container('a', RUNNING, { ready: true })] }, '1/1 Terminating 0'],
  'a deletion of a pod that is over': [
    { phase: 'Failed', deletedAt: 90, containerStatuses: [container('a', ended(1, 'Error'))] },
    '0/1 Error 0',
  ],
};

test.each(Object.entries(CASES))('%s', (_name, [status, expected]) => {
  const { ready, status: reason, restarts } = line(status) ?? {};
  expect(`${ready} ${reason} ${restarts}`).toBe(expected);
});

test('there is no line before the pod is created and after it is gone', () => {
  const pod = { name: 'web', createdAt: 10, goneAt: 20, spec: {}, statuses: [] };
  expect([9, 10, 19, 20].map((now) => podLine(pod, now)?.age)).toEqual([undefined, '0s', '9s', undefined]);
});

test.each([
  [0, '0s'],
  [119.9, '119s'],
  [120, '2m'],
  [125, '2m5s'],
  [599, '9m59s'],
  [600, '10m'],
  [7200, '120m'],
  [3 * 3600, '3h'],
  [3 * 3600 + 600, '3h10m'],
  [9 * 3600 + 600, '9h'],
])('an age of %d s is %s', (seconds, text) => {
  expect(humanDuration(seconds)).toBe(text);
});

test('a table has its columns below each other', () => {
  const rows = ['web', 'database'].map((name) => ({ name, ready: '1/1', status: 'Running', restarts: '0', age: '5s' }));
  expect(podTable(rows)).toEqual([
    'NAME       READY   STATUS    RESTARTS   AGE',
    'web        1/1     Running   0          5s',
    'database   1/1     Running   0          5s',
  ]);
});
