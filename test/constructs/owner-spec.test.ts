import { ownerSpec } from '../../lib/constructs/owner-spec';
import { inOrder } from './synthesized';

test('its own fields with the selector and the template in their places, the others in the pod spec', () => {
  const props = {
    metadata: { name: 'x' },
    paused: true,
    containers: {},
    replicas: 1,
    template: { metadata: { annotations: { a: 'b' } } },
  };
  expect(inOrder(ownerSpec('web', props, ['replicas', 'selector', 'paused', 'template']))).toBe(
    inOrder({
      replicas: 1,
      selector: { matchLabels: { app: 'web' } },
      paused: true,
      template: { metadata: { labels: { app: 'web' }, annotations: { a: 'b' } }, spec: { containers: [] } },
    }),
  );
});

test('a misspelt field goes where the server reports it as unknown', () => {
  expect(ownerSpec('web', { replica: 3 }, ['replicas', 'selector', 'template'])).toMatchObject({
    template: { spec: { replica: 3 } },
  });
});
