import { Service } from '../../lib/constructs/service';
import { StatefulSet } from '../../lib/constructs/stateful-set';
import { inOrder, spec, synthesized } from './synthesized';

const containers = { db: { image: 'db:1' } };

test('a StatefulSet with a claim for every replica', () => {
  const object = synthesized(
    (chart) =>
      new StatefulSet(chart, 'db', {
        replicas: 3,
        serviceName: 'db',
        containers: { db: { image: 'db:1', volumeMounts: { '/data': 'data' } } },
        volumeClaimTemplates: {
          data: {
            metadata: { labels: { disk: 'fast' } },
            spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } },
          },
        },
      }),
  );
  expect(inOrder(object)).toBe(
    inOrder({
      apiVersion: 'apps/v1',
      kind: 'StatefulSet',
      metadata: { name: 'db' },
      spec: {
        serviceName: 'db',
        replicas: 3,
        selector: { matchLabels: { app: 'db' } },
        template: {
          metadata: { labels: { app: 'db' } },
          spec: { containers: [{ name: 'db', image: 'db:1', volumeMounts: [{ name: 'data', mountPath: '/data' }] }] },
        },
        volumeClaimTemplates: [
          {
            metadata: { name: 'data', labels: { disk: 'fast' } },
            spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } },
          },
        ],
      },
    }),
  );
});

test('a claim keeps the kind that it was written with', () => {
  const claim = { apiVersion: 'v1', kind: 'PersistentVolumeClaim', spec: {} } as const;
  const { volumeClaimTemplates } = spec(
    (chart) => new StatefulSet(chart, 'db', { containers, volumeClaimTemplates: { data: claim } }),
  );
  expect(inOrder(volumeClaimTemplates)).toBe(
    inOrder([{ apiVersion: 'v1', kind: 'PersistentVolumeClaim', metadata: { name: 'data' }, spec: {} }]),
  );
});

test('claims that are not keyed by name are left to validation', () => {
  const props = { containers, volumeClaimTemplates: 'data' } as unknown as { containers: typeof containers };
  expect(spec((chart) => new StatefulSet(chart, 'db', props))).toMatchObject({ volumeClaimTemplates: 'data' });
});

test('the Service that names its pods may be given as a construct', () => {
  const { serviceName } = spec((chart) => {
    const scope = new StatefulSet(chart, 'db', {
      containers,
      serviceName: new Service(chart, 'names', { metadata: { name: 'db-names' }, clusterIP: 'None' }),
    });
    chart.node.tryRemoveChild('names');
    return scope;
  });
  expect(serviceName).toBe('db-names');
});
