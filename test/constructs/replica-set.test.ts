import { ReplicaSet } from '../../lib/constructs/replica-set';
import { inOrder, synthesized } from './synthesized';

test('a ReplicaSet', () => {
  const object = synthesized(
    (chart) =>
      new ReplicaSet(chart, 'web', { minReadySeconds: 3, replicas: 2, containers: { web: { image: 'web:1' } } }),
  );
  expect(inOrder(object)).toBe(
    inOrder({
      apiVersion: 'apps/v1',
      kind: 'ReplicaSet',
      metadata: { name: 'web' },
      spec: {
        replicas: 2,
        selector: { matchLabels: { app: 'web' } },
        minReadySeconds: 3,
        template: { metadata: { labels: { app: 'web' } }, spec: { containers: [{ name: 'web', image: 'web:1' }] } },
      },
    }),
  );
});
