import type { ContainerStatus, PodStatus } from '../../lib/simulation/pod-status';
import { statusChanges } from '../../lib/simulation/status-changes';

const container: ContainerStatus = {
  name: 'app',
  containerID: 1,
  state: { running: { startedAt: 0 } },
  lastState: {},
  ready: true,
  started: true,
  restartCount: 0,
};
const status: PodStatus = {
  phase: 'Running',
  conditions: [
    { type: 'Initialized', status: 'True', lastTransitionTime: 0 },
    { type: 'Ready', status: 'True', lastTransitionTime: 0 },
  ],
  initContainerStatuses: [],
  containerStatuses: [container],
};
const words = (before: PodStatus | undefined, after: PodStatus) =>
  statusChanges(before, after).map(({ type, detail }) => [type, ...Object.values(detail)].join(' '));

test('everything is news at first, nothing when nothing has changed', () => {
  expect(words(undefined, status)).toEqual([
    'phase Running',
    'initialized',
    'pod-ready',
    'running',
    'ready',
    'startup-ok',
  ]);
  expect(words(status, { ...status })).toEqual([]);
});

test('a back-off: the pod is unready, the container waits, its end is the last state', () => {
  const terminated = { exitCode: 1, reason: 'Error', startedAt: 0, finishedAt: 5 };
  const after: PodStatus = {
    ...status,
    conditions: [{ type: 'Ready', status: 'False', reason: 'ContainersNotReady', lastTransitionTime: 5 }],
    containerStatuses: [
      {
        ...container,
        state: { waiting: { reason: 'CrashLoopBackOff', message: 'back-off 1m20s restarting failed container=app' } },
        lastState: { terminated },
        ready: false,
        started: false,
        restartCount: 1,
      },
    ],
  };
  expect(words(status, after)).toEqual([
    'pod-unready ContainersNotReady',
    'waiting CrashLoopBackOff 1m20s',
    'unready',
    'startup-reset',
    'restart-count 1',
    'last-state Error 1',
  ]);
});

test('another life of the same container is another running state', () => {
  const after = { ...status, containerStatuses: [{ ...container, containerID: 2, restartCount: 1 }] };
  expect(words(status, after)).toEqual(['running', 'restart-count 1']);
});

test('a deletion shows once', () => {
  expect(words(status, { ...status, deletedAt: 9 })).toEqual(['deletion-timestamp']);
  expect(words({ ...status, deletedAt: 9 }, { ...status, deletedAt: 9 })).toEqual([]);
});
