import { Deployment } from '../../lib/constructs/deployment';
import { inOrder, spec, synthesized } from './synthesized';

const containers = { web: { image: 'web:1' } };

test('the kuard of the study notes', () => {
  const object = synthesized(
    (chart) =>
      new Deployment(chart, 'kuard', {
        replicas: 3,
        containers: {
          kuard: {
            image: 'gcr.io/kuar-demo/kuard-amd64:blue',
            ports: { http: 8080 },
            livenessProbe: {
              httpGet: { path: '/healthy', port: 'http' },
              initialDelaySeconds: 5,
              periodSeconds: 1,
              failureThreshold: 3,
            },
            readinessProbe: { tcpSocket: { port: 'http' }, initialDelaySeconds: 5, periodSeconds: 1 },
            resources: { requests: { cpu: '100m', memory: '64Mi' }, limits: { memory: '128Mi' } },
            env: { LOG_LEVEL: 'info', PASSWORD: { secretKeyRef: { name: 'kuard', key: 'password' } } },
          },
        },
      }),
  );
  expect(inOrder(object)).toBe(
    inOrder({
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: 'kuard' },
      spec: {
        replicas: 3,
        selector: { matchLabels: { app: 'kuard' } },
        template: {
          metadata: { labels: { app: 'kuard' } },
          spec: {
            containers: [
              {
                name: 'kuard',
                image: 'gcr.io/kuar-demo/kuard-amd64:blue',
                ports: [{ name: 'http', containerPort: 8080 }],
                env: [
                  { name: 'LOG_LEVEL', value: 'info' },
                  { name: 'PASSWORD', valueFrom: { secretKeyRef: { name: 'kuard', key: 'password' } } },
                ],
                resources: { requests: { cpu: '100m', memory: '64Mi' }, limits: { memory: '128Mi' } },
                livenessProbe: {
                  httpGet: { path: '/healthy', port: 'http' },
                  initialDelaySeconds: 5,
                  periodSeconds: 1,
                  failureThreshold: 3,
                },
                readinessProbe: { tcpSocket: { port: 'http' }, initialDelaySeconds: 5, periodSeconds: 1 },
              },
            ],
          },
        },
      },
    }),
  );
});

test('only what was said, and what ties the pods to it', () => {
  expect(spec((chart) => new Deployment(chart, 'web', { containers }))).toEqual({
    selector: { matchLabels: { app: 'web' } },
    template: { metadata: { labels: { app: 'web' } }, spec: { containers: [{ name: 'web', image: 'web:1' }] } },
  });
});

test('its fields in the order in which people write them, those of its pods in the template', () => {
  const object = spec(
    (chart) =>
      new Deployment(chart, 'web', {
        terminationGracePeriodSeconds: 5,
        containers,
        paused: true,
        revisionHistoryLimit: 2,
        progressDeadlineSeconds: 60,
        minReadySeconds: 1,
        strategy: { type: 'Recreate' },
        replicas: 0,
        restartPolicy: 'Always',
      }),
  );
  expect(inOrder(object)).toBe(
    inOrder({
      replicas: 0,
      selector: { matchLabels: { app: 'web' } },
      strategy: { type: 'Recreate' },
      minReadySeconds: 1,
      progressDeadlineSeconds: 60,
      revisionHistoryLimit: 2,
      paused: true,
      template: {
        metadata: { labels: { app: 'web' } },
        spec: {
          containers: [{ name: 'web', image: 'web:1' }],
          terminationGracePeriodSeconds: 5,
          restartPolicy: 'Always',
        },
      },
    }),
  );
});
