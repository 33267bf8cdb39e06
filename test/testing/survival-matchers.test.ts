import { App, Chart, Deployment } from '../../lib';
import '../../lib/testing';
import type { Scenario } from '../../lib/simulation/scenario/scenario';
import { deployment, pod, webContainer } from '../simulation/scenario/workloads';
import { failureOf } from './failure-of';

test('toSurvive holds for what serves in the end without needless restarts', () => {
  expect(deployment({ replicas: 2 })).toSurvive({ hang: 60 });
  expect(pod()).not.toSurvive({ slowStart: 60 });
  expect(pod()).not.toSurvive({ steps: [{ step: 'delete-pod', at: 60 }] });
});

test('toRecoverWithin holds for outages that are no longer, the start among them', () => {
  expect(pod()).toRecoverWithin(40, { hang: 60 });
  expect(pod()).not.toRecoverWithin(10, { hang: 60 });
  expect(pod()).toRecoverWithin(26, { slowStart: 20 });
  expect(pod()).not.toRecoverWithin(15, { slowStart: 20 });
});

test('a failure prints the outcome and the timeline', () => {
  const message = failureOf(() => expect(pod(webContainer)).toSurvive({ slowStart: 60 }));
  expect(message).toContain('expected Pod/web to survive: never serves');
  expect(message).toMatch(/liveness +x/);
  expect(message).toContain('Container web failed liveness probe, will be restarted');
  expect(failureOf(() => expect(pod()).toRecoverWithin(5, { hang: 60 }))).toMatch(
    /to recover within 5s: it did not serve from 1m to/,
  );
});

test('what else is in the chart is there beside the workload', () => {
  const workload = deployment({ replicas: 2 });
  const budget = {
    apiVersion: 'policy/v1',
    kind: 'PodDisruptionBudget',
    metadata: { name: 'web' },
    spec: { selector: { matchLabels: { app: 'web' } }, minAvailable: 2 },
  };
  const drain: Scenario = { steps: [{ step: 'drain', at: 60 }] };
  const alone = failureOf(() => expect(workload).not.toSurvive({}));
  expect(alone).toMatch(/^expected Deployment\/web not to survive/);
  expect(failureOf(() => expect([workload, budget]).toRecoverWithin(0, drain))).toContain('violate');
  expect(failureOf(() => expect([workload]).toRecoverWithin(0, drain))).not.toContain('violate');
});

test('a chart with one workload stands for it, one with several for none', () => {
  const chart = new Chart(new App(), 'web');
  new Deployment(chart, 'web', { containers: { app: { image: 'nginx:1.29' } } });
  expect(chart).toSurvive({});
  new Deployment(chart, 'api', { containers: { app: { image: 'nginx:1.29' } } });
  expect(() => expect(chart).toSurvive({})).toThrow(expect.objectContaining({ code: 'ERR_OBJECT' }));
});
