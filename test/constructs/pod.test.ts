import { Pod } from '../../lib/constructs/pod';
import { inOrder, synthesized } from './synthesized';

test('a Pod: the fields of its spec, containers first', () => {
  const object = synthesized(
    (chart) =>
      new Pod(chart, 'web', {
        metadata: { labels: { app: 'web' } },
        restartPolicy: 'Never',
        activeDeadlineSeconds: 30,
        volumes: { data: { emptyDir: {} } },
        containers: { web: { image: 'web:1', volumeMounts: { '/data': 'data' } } },
        initContainers: { proxy: { restartPolicy: 'Always', image: 'proxy:1' }, migrate: { image: 'migrate:1' } },
      }),
  );
  expect(inOrder(object)).toBe(
    inOrder({
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: 'web', labels: { app: 'web' } },
      spec: {
        initContainers: [
          { name: 'proxy', image: 'proxy:1', restartPolicy: 'Always' },
          { name: 'migrate', image: 'migrate:1' },
        ],
        containers: [{ name: 'web', image: 'web:1', volumeMounts: [{ name: 'data', mountPath: '/data' }] }],
        volumes: [{ name: 'data', emptyDir: {} }],
        restartPolicy: 'Never',
        activeDeadlineSeconds: 30,
      },
    }),
  );
});

test('a pod has the labels it was given, none of ours', () => {
  expect(synthesized((chart) => new Pod(chart, 'web', { containers: { web: { image: 'web:1' } } }))).toEqual({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'web' },
    spec: { containers: [{ name: 'web', image: 'web:1' }] },
  });
});
