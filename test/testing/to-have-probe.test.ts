import '../../lib/testing';
import { objectIn } from '../../lib/testing';
import type { ProbeName } from '../../lib/testing/to-have-probe';
import { failureOf } from './failure-of';
import { plainDeployment, webChart } from './web';

const inApp = { container: 'app' };

test('holds for a probe, with all that is given or that the server fills in', () => {
  expect(plainDeployment).toHaveProbe('liveness', {}, inApp);
  expect(plainDeployment).toHaveProbe('liveness', { httpGet: { path: '/healthy' }, failureThreshold: 2 }, inApp);
  expect(plainDeployment).toHaveProbe('liveness', { periodSeconds: 10, timeoutSeconds: 1 }, inApp);
});

test('does not hold for others', () => {
  expect(plainDeployment).not.toHaveProbe('readiness', {}, inApp);
  expect(plainDeployment).not.toHaveProbe('liveness', { periodSeconds: 5 }, inApp);
  expect(plainDeployment).not.toHaveProbe('liveness', {}, { container: 'proxy' });
  expect(webChart()).not.toHaveProbe('liveness');
});

test('fails with what differs', () => {
  expect(
    failureOf(() => expect(plainDeployment).toHaveProbe('liveness', { periodSeconds: 5, failureThreshold: 3 }, inApp)),
  ).toBe(`expected Deployment/web to have a liveness probe in the container app as given

What differs, expected -> received:
  ~ spec.template.spec.containers[name=app].livenessProbe.periodSeconds: 5 -> 10 (default)
  ~ spec.template.spec.containers[name=app].livenessProbe.failureThreshold: 3 -> 2`);
});

test('.not fails', () => {
  expect(failureOf(() => expect(plainDeployment).not.toHaveProbe('liveness', {}, inApp))).toBe(
    'expected Deployment/web not to have a liveness probe in the container app',
  );
});

test.each<[string, () => void]>([
  ['has the containers app, proxy; say which one is meant', () => expect(plainDeployment).not.toHaveProbe('liveness')],
  [
    'has the containers app, proxy; it has no web',
    () => expect(plainDeployment).toHaveProbe('liveness', {}, { container: 'web' }),
  ],
  [
    'holds Deployment/web, Deployment/web; say which',
    () => expect([webChart(), plainDeployment]).toHaveProbe('liveness'),
  ],
  ['no object that makes pods', () => expect(objectIn(webChart(), { kind: 'Service' })).toHaveProbe('liveness')],
  ["'livenessProbe' is no probe", () => expect(webChart()).not.toHaveProbe('livenessProbe' as ProbeName)],
])('what is not clear is refused: %s', (message, assertion) => {
  expect(assertion).toThrow(expect.objectContaining({ code: 'ERR_OBJECT' }));
  expect(failureOf(assertion)).toContain(message);
});
