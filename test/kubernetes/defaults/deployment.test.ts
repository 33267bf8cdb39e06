import { defaultedSpec } from './defaulted';

const filled = {
  replicas: 1,
  strategy: { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: '25%', maxSurge: '25%' } },
  revisionHistoryLimit: 10,
  progressDeadlineSeconds: 600,
  template: expect.anything(),
};

describe('defaultDeployment', () => {
  test.each<[string, object, object]>([
    ['fills in an empty spec', {}, {}],
    [
      'keeps zeros',
      { replicas: 0, revisionHistoryLimit: 0, progressDeadlineSeconds: 0 },
      { replicas: 0, revisionHistoryLimit: 0, progressDeadlineSeconds: 0 },
    ],
    [
      'fills in what a rolling update leaves open',
      { strategy: { rollingUpdate: { maxSurge: 0 } } },
      { strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: 0, maxUnavailable: '25%' } } },
    ],
    ['has nothing to add to Recreate', { strategy: { type: 'Recreate' } }, { strategy: { type: 'Recreate' } }],
  ])('%s', (_, spec, expected) => {
    expect(defaultedSpec('apps/v1', 'Deployment', { ...spec })).toEqual({ ...filled, ...expected });
  });
});
