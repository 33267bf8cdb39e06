import { podSpec, podTemplate } from '../../lib/constructs/pod-template';
import { inOrder } from './synthesized';

test('a pod spec: init containers, containers, volumes, then the rest as it was written', () => {
  expect(
    inOrder(
      podSpec({
        hostNetwork: true,
        volumes: { data: {} },
        containers: { web: { image: 'web:1' } },
        dnsPolicy: 'Default',
        initContainers: { init: { image: 'init:1' } },
      }),
    ),
  ).toBe(
    inOrder({
      initContainers: [{ name: 'init', image: 'init:1' }],
      containers: [{ name: 'web', image: 'web:1' }],
      volumes: [{ name: 'data' }],
      hostNetwork: true,
      dnsPolicy: 'Default',
    }),
  );
});

test.each(['containers', 'initContainers', 'volumes'])(
  '%s of another shape are passed on for validation to judge',
  (field) => {
    expect(podSpec({ [field]: ['web'] })).toEqual({ [field]: ['web'] });
  },
);

test.each([
  ['nothing but the pod', {}, {}, { spec: {} }],
  ['labels', { app: 'web' }, {}, { metadata: { labels: { app: 'web' } }, spec: {} }],
  [
    'metadata',
    { app: 'web' },
    { template: { metadata: { annotations: { a: 'b' }, labels: { app: 'other' } } } },
    { metadata: { labels: { app: 'web' }, annotations: { a: 'b' } }, spec: {} },
  ],
  [
    'spec',
    {},
    { template: { spec: { activeDeadlineSeconds: 1 } }, hostIPC: true },
    { spec: { hostIPC: true, activeDeadlineSeconds: 1 } },
  ],
  ['what nobody knows', {}, { template: { surprise: 1 } }, { spec: {}, surprise: 1 }],
  ['the fields of the workload are not those of its pods', {}, { replicas: 1, metadata: { name: 'x' } }, { spec: {} }],
])('a pod template: %s', (_, labels, props, expected) => {
  expect(inOrder(podTemplate(labels, props, ['replicas', 'template']))).toBe(inOrder(expected));
});
