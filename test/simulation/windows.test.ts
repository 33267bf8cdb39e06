import type { Container, Probe } from '../../lib/kubernetes/generated/decoded';
import { probeWindows, recoveryWindow } from '../../lib/simulation/windows';

const cases: Record<string, [Probe, Partial<Record<keyof ReturnType<typeof probeWindows>, [number, number]>>]> = {
  'the defaults': [
    {},
    { firstProbe: [0, 10], failure: [20, 30], hang: [21, 31], success: [0, 10], slowestStart: [20, 30] },
  ],
  'zeros are unset': [{ periodSeconds: 0, failureThreshold: 0, timeoutSeconds: 0 }, { hang: [21, 31] }],
  'a delay': [
    { initialDelaySeconds: 15, periodSeconds: 20, failureThreshold: 2 },
    { firstProbe: [14, 35], slowestStart: [34, 55] },
  ],
  'one failure': [
    { periodSeconds: 5, failureThreshold: 1, timeoutSeconds: 2 },
    { failure: [0, 5], hang: [2, 7] },
  ],
  'a timeout longer than the period': [
    { periodSeconds: 3, timeoutSeconds: 8, failureThreshold: 2 },
    { hang: [16, 24], failure: [3, 6] },
  ],
  'several successes': [{ periodSeconds: 5, successThreshold: 3 }, { success: [10, 15] }],
};

test.each(Object.entries(cases))('windows of %s', (_, [probe, expected]) => {
  const windows = probeWindows(probe);
  for (const [name, [earliest, latest]] of Object.entries(expected)) {
    expect([name, windows[name as keyof typeof windows]]).toEqual([name, { earliest, latest }]);
  }
});

describe('recovery', () => {
  const livenessProbe: Probe = { periodSeconds: 10, failureThreshold: 3, timeoutSeconds: 1 };
  const recoveries: Record<string, [Container, number | undefined, [number, number] | undefined]> = {
    'never without a liveness probe': [{ readinessProbe: livenessProbe }, undefined, undefined],
    'the default grace': [{ livenessProbe }, undefined, [21, 61.8]],
    'the grace of the pod': [{ livenessProbe }, 5, [21, 36.8]],
    'the grace of the probe wins': [
      { livenessProbe: { ...livenessProbe, terminationGracePeriodSeconds: 10 } },
      60,
      [21, 41.8],
    ],
    'at least 2 s': [{ livenessProbe }, 0, [21, 33.8]],
    'a hook that uses the grace up': [
      { livenessProbe, lifecycle: { preStop: { exec: { command: ['drain'] } } } },
      10,
      [21, 43.8],
    ],
  };
  test.each(Object.entries(recoveries))('%s', (_, [container, grace, expected]) => {
    const window = recoveryWindow(container, grace === undefined ? {} : { terminationGracePeriodSeconds: grace });
    expect(window && [window.earliest, Number(window.latest.toFixed(3))]).toEqual(expected);
  });
});
