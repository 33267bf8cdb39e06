import fc from 'fast-check';
import { type ProbeAnswers, probesFor } from '../../lib/constructs/probes-for';
import { outcomeOf } from '../../lib/simulation/scenario/outcome';
import type { Scenario } from '../../lib/simulation/scenario/scenario';
import { simulate } from '../../lib/simulation/scenario/simulate';
import { probeWindows } from '../../lib/simulation/windows';
import { validate } from '../../lib/validation/validate';
import { podWithContainer } from '../validation/manifests';

const numbers = (periodSeconds: number, failureThreshold: number) => ({
  periodSeconds,
  timeoutSeconds: periodSeconds,
  failureThreshold,
});
const httpGet = { path: '/healthz', port: 'http' };

test('three probes are computed from two answers', () => {
  expect(probesFor({ startsWithin: '90s', mayHangFor: '30s', http: '/healthz', port: 'http' })).toEqual({
    startupProbe: { httpGet, ...numbers(3, 32) },
    livenessProbe: { httpGet, ...numbers(3, 12) },
    readinessProbe: { httpGet, ...numbers(3, 4) },
  });
});

test.each<[string, ProbeAnswers, object, object]>([
  ['tcp', { startsWithin: 10, mayHangFor: 10, tcp: 'http' }, { tcpSocket: { port: 'http' } }, numbers(1, 12)],
  ['grpc', { startsWithin: '10s', mayHangFor: '10s', grpc: 5000 }, { grpc: { port: 5000 } }, numbers(1, 12)],
  [
    'a gRPC service',
    { startsWithin: '1m', mayHangFor: '1h', grpc: 5000, service: 'live' },
    { grpc: { port: 5000, service: 'live' } },
    numbers(10, 362),
  ],
  [
    'exec, no more often than every 5 s',
    { startsWithin: '1m30s', mayHangFor: '30s', exec: ['cat', '/tmp/healthy'] },
    { exec: { command: ['cat', '/tmp/healthy'] } },
    numbers(5, 8),
  ],
  [
    'a short hang, which no single answer ends',
    { startsWithin: 1, mayHangFor: 1, tcp: 80 },
    { tcpSocket: { port: 80 } },
    numbers(1, 3),
  ],
])('asks by %s', (_name, answers, handler, timing) => {
  expect(probesFor(answers).livenessProbe).toEqual({ ...handler, ...timing });
});

test('readiness may be asked for otherwise', () => {
  const { readinessProbe, livenessProbe } = probesFor({
    startsWithin: '90s',
    mayHangFor: '30s',
    tcp: 'http',
    ready: { http: '/ready', port: 'http' },
  });
  expect(readinessProbe).toEqual({ httpGet: { path: '/ready', port: 'http' }, ...numbers(3, 4) });
  expect(livenessProbe).toMatchObject({ tcpSocket: { port: 'http' } });
});

test.each([
  ['no duration', { startsWithin: 'soon', mayHangFor: '30s' }, "'soon' is not a duration"],
  ['no time at all', { startsWithin: '90s', mayHangFor: '0s' }, 'mayHangFor is 0s; give a duration from 1s to 60m'],
  [
    'a start that is none',
    { startsWithin: '31m', mayHangFor: '30s' },
    'startsWithin is 31m; give a duration from 1s to 30m',
  ],
])('refuses %s', (_name, answers, message) => {
  expect(() => probesFor({ ...answers, tcp: 80 } as never)).toThrow(message);
});

const seconds = (longest: number) => fc.oneof(fc.integer({ min: 1, max: 120 }), fc.integer({ min: 1, max: longest }));
const questions = fc.constantFrom<ProbeAnswers>(
  ...[{ http: '/', port: 8080 }, { tcp: 8080 }, { grpc: 8080 }, { exec: ['true'] }].map(
    (question) => ({ ...question, startsWithin: 1, mayHangFor: 1 }) as ProbeAnswers,
  ),
);
const answers = fc
  .tuple(questions, seconds(1800), seconds(3600))
  .map(([question, startsWithin, mayHangFor]): ProbeAnswers => ({ ...question, startsWithin, mayHangFor }));
/** A process that hangs still accepts TCP connections. */
const noticing = answers.filter(({ tcp }) => tcp === undefined);
const podOf = (given: ProbeAnswers) =>
  podWithContainer({ ports: [{ name: 'http', containerPort: 8080 }], ...probesFor(given) });

test('the windows hold what was asked for, and little more, over the whole range of answers', () => {
  fc.assert(
    fc.property(answers, (given) => {
      const { startupProbe, livenessProbe, readinessProbe } = probesFor(given);
      const [start, hang] = [Number(given.startsWithin), Number(given.mayHangFor)];
      const { earliest: startsWithin } = probeWindows(startupProbe).slowestStart;
      const { earliest: hangsFor } = probeWindows(livenessProbe).hang;
      expect(startsWithin).toBeGreaterThan(start);
      expect(startsWithin).toBeLessThanOrEqual(start + startupProbe.periodSeconds);
      expect(probeWindows(livenessProbe).failure.earliest).toBeGreaterThan(hang);
      const { periodSeconds } = livenessProbe;
      expect(hangsFor).toBeLessThanOrEqual(Math.max(hang, periodSeconds) + 2 * periodSeconds);
      expect(probeWindows(readinessProbe).hang.latest).toBeLessThan(hangsFor);
    }),
    { numRuns: 300 },
  );
});

test('no manifest with them is refused, nor are they advised against from 10 s on', () => {
  fc.assert(
    fc.property(answers, (given) => {
      const found = validate([podOf(given)], { profile: 'recommended' });
      const rules = found.filter(({ field }) => field.includes('Probe')).map(({ rule }) => rule);
      const hasty = ['no-hasty-liveness-probe', 'valid-startup-window'];
      const isShort = Number(given.startsWithin) < 10 || Number(given.mayHangFor) < 10;
      expect(rules.filter((rule) => !(hasty.includes(rule) && (isShort || Number(given.startsWithin) > 1770)))).toEqual(
        [],
      );
    }),
    { numRuns: 100 },
  );
});

const outcome = (given: ProbeAnswers, scenario: Scenario) => outcomeOf(simulate(podOf(given), scenario));

test('the slowest start, the longest hang and the longest outage that were asked for survive in the simulator', () => {
  fc.assert(
    fc.property(answers, fc.integer({ min: 0, max: 999 }), (given, hundredths) => {
      const [start, hang] = [Number(given.startsWithin), Number(given.mayHangFor)];
      const slow = outcome(given, { slowStart: start, duration: start + 60 });
      expect([slow.restarts, slow.servesAtEnd]).toEqual([0, true]);
      const from = 60 + hundredths / 100;
      const away = { from, to: from + hang };
      for (const scenario of [{ slowAnswers: { ...away, seconds: 60 } }, { dependencyDown: away }]) {
        const paused = outcome(given, { ...scenario, duration: away.to + 90 });
        expect([paused.restarts, paused.servesAtEnd]).toEqual([0, true]);
      }
    }),
    { numRuns: 25 },
  );
});

test('a hang without end is ended by one restart, three periods later at most', () => {
  fc.assert(
    fc.property(noticing, fc.integer({ min: 0, max: 999 }), (given, hundredths) => {
      const from = 60 + hundredths / 100;
      const { periodSeconds, failureThreshold } = probesFor(given).livenessProbe;
      const killed = failureThreshold * periodSeconds + 2 * periodSeconds;
      const { restarts, servesAtEnd } = outcome(given, { hang: from, duration: from + killed + 90 });
      expect([restarts, servesAtEnd]).toEqual([1, true]);
    }),
    { numRuns: 15 },
  );
});
