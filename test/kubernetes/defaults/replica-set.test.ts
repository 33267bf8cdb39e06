import { defaultedSpec } from './defaulted';

describe('defaultReplicaSet', () => {
  test.each<[object, object]>([
    [{}, { replicas: 1 }],
    [{ replicas: 0 }, { replicas: 0 }],
  ])('%j', (spec, expected) => {
    expect(defaultedSpec('apps/v1', 'ReplicaSet', { ...spec })).toEqual({ ...expected, template: expect.anything() });
  });
});
