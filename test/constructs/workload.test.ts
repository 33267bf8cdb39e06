import { App, Chart } from 'cdk8s';
import { DaemonSet } from '../../lib/constructs/daemon-set';
import { Pod } from '../../lib/constructs/pod';

const chart = () => new Chart(new App(), 'chart');

test.each([
  [
    'of containers and sidecars',
    {
      containers: { web: { image: 'web:1', ports: { http: 80, admin: 81 } }, log: { image: 'log:1' } },
      initContainers: { proxy: { image: 'proxy:1', restartPolicy: 'Always', ports: { metrics: 9 } } },
    },
    ['http', 'admin', 'metrics'],
  ],
  [
    'of a list',
    { containers: { web: { image: 'web:1', ports: [{ containerPort: 80, name: 'http' }, { containerPort: 81 }] } } },
    ['http'],
  ],
  ['none', { containers: { web: { image: 'web:1' } } }, []],
] as const)('the port names %s', (_, props, expected) => {
  expect(new Pod(chart(), 'web', props).portNames).toEqual(expected);
});

test('the selector of a pod are its labels', () => {
  const pod = new Pod(chart(), 'web', {
    metadata: { labels: { app: 'web' } },
    containers: { web: { image: 'web:1' } },
  });
  expect(pod.podSelector).toEqual({ matchLabels: { app: 'web' } });
});

test('the selector of a workload that owns its pods is the one it is written with', () => {
  const selector = { matchExpressions: [{ key: 'app', operator: 'Exists' }] } as const;
  const workload = new DaemonSet(chart(), 'web', { selector, containers: { web: { image: 'web:1' } } });
  expect(workload.podSelector).toEqual(selector);
});

test.each([{}, { matchLabels: {} }])('an empty selector (%j) would match every pod', (selector) => {
  const workload = new DaemonSet(chart(), 'web', { selector, containers: { web: { image: 'web:1' } } });
  expect(() => workload.podSelector).toThrow(
    expect.objectContaining({ code: 'NO_POD_LABELS', construct: 'chart/web' }),
  );
});
