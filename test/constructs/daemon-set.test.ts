import { DaemonSet } from '../../lib/constructs/daemon-set';
import { inOrder, synthesized } from './synthesized';

test('a DaemonSet', () => {
  const object = synthesized(
    (chart) =>
      new DaemonSet(chart, 'agent', {
        hostNetwork: true,
        revisionHistoryLimit: 1,
        updateStrategy: { type: 'OnDelete' },
        containers: { agent: { image: 'agent:1' } },
      }),
  );
  expect(inOrder(object)).toBe(
    inOrder({
      apiVersion: 'apps/v1',
      kind: 'DaemonSet',
      metadata: { name: 'agent' },
      spec: {
        selector: { matchLabels: { app: 'agent' } },
        updateStrategy: { type: 'OnDelete' },
        revisionHistoryLimit: 1,
        template: {
          metadata: { labels: { app: 'agent' } },
          spec: { containers: [{ name: 'agent', image: 'agent:1' }], hostNetwork: true },
        },
      },
    }),
  );
});
