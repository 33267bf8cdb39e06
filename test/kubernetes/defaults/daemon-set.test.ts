import { defaulted, defaultedSpec } from './defaulted';

const filled = { revisionHistoryLimit: 10, template: expect.anything() };

describe('defaultDaemonSet', () => {
  test.each<[string, object | undefined, object]>([
    [
      'replaces one pod at a time',
      undefined,
      { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: 1, maxSurge: 0 } },
    ],
    [
      'keeps zeros',
      { rollingUpdate: { maxUnavailable: 0, maxSurge: 2 } },
      { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: 0, maxSurge: 2 } },
    ],
    ['has nothing to add to OnDelete', { type: 'OnDelete' }, { type: 'OnDelete' }],
    [
      'writes both numbers where one is given to OnDelete',
      { type: 'OnDelete', rollingUpdate: { maxUnavailable: 1 } },
      { type: 'OnDelete', rollingUpdate: { maxUnavailable: 1, maxSurge: 0 } },
    ],
  ])('%s', (_, updateStrategy, expected) => {
    const spec = defaultedSpec('apps/v1', 'DaemonSet', updateStrategy && { updateStrategy });
    expect(spec).toEqual({ ...filled, updateStrategy: expected });
  });

  test('counts the generations of its template in an annotation', () => {
    const metadata = { name: 'web', annotations: { own: 'yes' } };
    const { metadata: filledMetadata } = defaulted({ apiVersion: 'apps/v1', kind: 'DaemonSet', metadata });
    expect(filledMetadata).toMatchObject({
      annotations: { own: 'yes', 'deprecated.daemonset.template.generation': '1' },
    });
  });
});
