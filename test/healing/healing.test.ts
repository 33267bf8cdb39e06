import { healingOf } from '../../lib/healing/healing';
import { healingReport } from '../../lib/healing/healing-report';
import { deployment, pod, webContainer } from '../simulation/scenario/workloads';

const { readinessProbe, livenessProbe, ...bare } = webContainer;

test('probes that ask different things notice a hang and survive an outage', () => {
  expect(healingOf(deployment({ replicas: 3 }))).toMatchObject({
    restartsInOutage: 0,
    slowestStart: 29,
    nodeLoss: { serving: 2, replicas: 3, healed: expect.any(Number) },
  });
});

test('a changed number shows: a slower start survives, a hang is noticed later', () => {
  const of = (failureThreshold: number) =>
    healingOf(deployment({ container: { ...bare, livenessProbe: { ...livenessProbe, failureThreshold } } }));
  const [strict, lenient] = [of(1), of(6)];
  expect(lenient.slowestStart).toBeGreaterThan(strict.slowestStart ?? 0);
  expect(lenient.hangNoticed).toBeGreaterThan(strict.hangNoticed ?? 0);
  expect(lenient.hangHealed).toBeGreaterThan(strict.hangHealed ?? 0);
});

test('without probes nobody notices a hang, and any start survives', () => {
  const healing = healingOf(pod(bare));
  expect(healing).toEqual({ restartsInOutage: 0, nodeLoss: { serving: 0, replicas: 1 } });
});

test('a liveness probe that asks for a dependency restarts in its outage', () => {
  expect(healingOf(deployment({ container: { ...bare, livenessProbe } })).restartsInOutage).toBeGreaterThan(0);
});

test('a rollout waits for the readiness probe', () => {
  const slow = { ...bare, readinessProbe: { ...readinessProbe, initialDelaySeconds: 10 } };
  expect(healingOf(deployment({ replicas: 3, container: slow })).rollout).toBeGreaterThan(30);
});

test('the report has a row for each workload that can heal, and none for what the server would refuse', () => {
  const job = { apiVersion: 'batch/v1', kind: 'Job', metadata: { name: 'job' }, spec: { template: {} } };
  const broken = { ...deployment({ name: 'broken' }), spec: {} };
  const shop = { ...pod(), metadata: { name: 'web', namespace: 'shop' } };
  const report = healingReport([deployment({ replicas: 3 }), job, broken, shop]);
  const rows = report.split('\n').filter((line) => line.startsWith('| ') && !line.startsWith('| ---'));
  expect(rows.map((row) => row.split(' | ')[0])).toEqual(['| workload', '| Deployment/web', '| Pod/web (shop)']);
  expect(rows[1]).toMatch(/\| 29s \| \d+s \| 2 of 3 serve for 5m\d+s \|$/);
  expect(healingReport([deployment({ replicas: 3 }), job, broken, shop])).toBe(report);
});
