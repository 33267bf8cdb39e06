import '../../lib/testing';
import { deployment, pod, webContainer } from '../simulation/scenario/workloads';

const failureOf = (assertion: () => void): string => {
  try {
    assertion();
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('the assertion holds');
};

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
