import { App, Chart } from 'cdk8s';
import { ReplicaSet } from '../../lib/constructs/replica-set';

const chart = () => new Chart(new App(), 'chart');

test('the target of an autoscaler', () => {
  const workload = new ReplicaSet(chart(), 'web', { replicas: 2, containers: { web: { image: 'web:1' } } });
  expect(workload.toScalingTarget()).toEqual({
    apiVersion: 'apps/v1',
    kind: 'ReplicaSet',
    name: 'web',
    replicas: 2,
    containers: [{ resources: { cpu: {}, memory: {} } }],
  });
});

test('knows whether it has an autoscaler', () => {
  const workload = new ReplicaSet(chart(), 'web', { containers: { web: { image: 'web:1' } } });
  expect(workload.hasAutoscaler).toBe(false);
  workload.markHasAutoscaler();
  expect(workload.hasAutoscaler).toBe(true);
});
