import type { Container, PodSpec } from '../../../lib/kubernetes/generated/decoded';
import { podPhase } from '../../../lib/simulation/kubelet/pod-phase';
import type { ContainerState, ContainerStatus } from '../../../lib/simulation/pod-status';

const running: ContainerState = { running: { startedAt: 0 } };
const waiting: ContainerState = { waiting: { reason: 'ContainerCreating' } };
const ended = (exitCode: number): ContainerState => ({
  terminated: { exitCode, reason: 'Error', startedAt: 0, finishedAt: 1 },
});
const status = (name: string, state: ContainerState, lastState: ContainerState = {}): ContainerStatus => ({
  name,
  ...(state !== waiting && { containerID: 1 }),
  state,
  lastState,
  ready: false,
  started: state.running !== undefined,
  restartCount: 0,
});
const pod = (restartPolicy: string, initContainers: Container[] = []): PodSpec => ({
  restartPolicy,
  initContainers,
  containers: [{ name: 'app' }],
});
const sidecar = { name: 'side', restartPolicy: 'Always' };

const cases: [string, PodSpec, ContainerStatus[], ContainerStatus[], boolean, string][] = [
  ['one that has not started', pod('Always'), [], [status('app', waiting)], false, 'Pending'],
  ['one that runs', pod('Always'), [], [status('app', running)], false, 'Running'],
  ['one that will run again', pod('Always'), [], [status('app', ended(0))], false, 'Running'],
  [
    'one in back-off',
    pod('Always'),
    [],
    [status('app', { waiting: { reason: 'CrashLoopBackOff' } }, ended(1))],
    false,
    'Running',
  ],
  ['one that succeeded', pod('OnFailure'), [], [status('app', ended(0))], false, 'Succeeded'],
  ['one that failed', pod('Never'), [], [status('app', ended(1))], false, 'Failed'],
  ['one that was stopped for good', pod('Always'), [], [status('app', ended(143))], true, 'Failed'],
  ['one that was stopped before it started', pod('Always'), [], [status('app', waiting)], true, 'Failed'],
  [
    'an init container that runs',
    pod('Always', [{ name: 'one' }]),
    [status('one', running)],
    [status('app', waiting)],
    false,
    'Pending',
  ],
  [
    'an init container that fails for good',
    pod('Never', [{ name: 'one' }]),
    [status('one', ended(1))],
    [status('app', waiting)],
    false,
    'Failed',
  ],
  [
    'an init container that will be tried again',
    pod('Always', [{ name: 'one' }]),
    [status('one', ended(1))],
    [status('app', waiting)],
    false,
    'Pending',
  ],
  [
    'a sidecar that runs on after the app',
    pod('Never', [sidecar]),
    [status('side', running)],
    [status('app', ended(0))],
    false,
    'Running',
  ],
  [
    'a sidecar that is down while the app runs',
    pod('Always', [sidecar]),
    [status('side', ended(1))],
    [status('app', running)],
    false,
    'Running',
  ],
];

test.each(cases)('%s', (_, spec, init, containers, isTerminal, phase) => {
  expect(podPhase(spec, init, containers, isTerminal)).toBe(phase);
});
