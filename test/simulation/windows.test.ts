import fc from 'fast-check';
import type { Container, Probe } from '../../lib/kubernetes/generated/decoded';
import { probeWindows, recoveryWindow } from '../../lib/simulation/windows';
import { runPod } from './run-pod';

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

test('a simulated hang is detected within its window', () => {
  fc.assert(
    fc.property(
      fc.record({
        periodSeconds: fc.integer({ min: 1, max: 15 }),
        timeoutSeconds: fc.integer({ min: 1, max: 20 }),
        failureThreshold: fc.integer({ min: 1, max: 5 }),
        initialDelaySeconds: fc.integer({ min: 0, max: 20 }),
      }),
      fc.double({ min: 40, max: 80, noNaN: true }),
      (numbers, hangAt) => {
        const probe: Probe = { httpGet: { path: '/', port: 80 }, ...numbers };
        const run = runPod({
          spec: { containers: [{ name: 'app', image: 'app:1', livenessProbe: probe }] },
          seconds: 300,
          lives: { app: { answer: (_, age) => ({ after: age < hangAt ? 0 : Number.POSITIVE_INFINITY }) } },
        });
        const kill = run.events.find(({ type }) => type === 'stop-signal')?.at ?? 0;
        const { hang } = probeWindows(probe);
        expect(kill - hangAt).toBeGreaterThanOrEqual(hang.earliest - 0.02);
        expect(kill - hangAt).toBeLessThanOrEqual(hang.latest + 1);
      },
    ),
  );
});

test('a container that starts as slowly as it may survives or not, as the window says', () => {
  fc.assert(
    fc.property(
      fc.record({
        periodSeconds: fc.integer({ min: 1, max: 15 }),
        failureThreshold: fc.integer({ min: 1, max: 10 }),
        initialDelaySeconds: fc.integer({ min: 0, max: 20 }),
      }),
      fc.double({ min: 0, max: 15, noNaN: true }),
      (numbers, pullSeconds) => {
        const probe: Probe = { httpGet: { path: '/', port: 80 }, ...numbers };
        const { slowestStart } = probeWindows(probe);
        const isKilled = (slow: number) =>
          runPod({
            spec: { containers: [{ name: 'app', image: 'app:1', startupProbe: probe }] },
            seconds: 250,
            pullSeconds,
            lives: { app: { answer: (_, age) => ({ after: 0, refused: age < slow }) } },
          }).happened(/probe-kill/).length > 0;
        expect(isKilled(slowestStart.earliest - 0.1)).toBe(false);
        expect(isKilled(slowestStart.latest + 0.1)).toBe(true);
      },
    ),
  );
});
