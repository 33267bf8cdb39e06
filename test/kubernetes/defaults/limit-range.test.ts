import { defaultedSpec } from './defaulted';

describe('defaultLimitRange', () => {
  test.each<[string, object, object]>([
    [
      'limits to the maximum and requests that',
      { type: 'Container', max: { cpu: '2' } },
      { max: { cpu: '2' }, default: { cpu: '2' }, defaultRequest: { cpu: '2' } },
    ],
    [
      'requests the minimum',
      { type: 'Container', min: { cpu: '1' } },
      { min: { cpu: '1' }, default: {}, defaultRequest: { cpu: '1' } },
    ],
    [
      'prefers the default limit to the minimum, for requests',
      { type: 'Container', min: { cpu: '1' }, default: { cpu: '2' }, max: { cpu: '3' } },
      { min: { cpu: '1' }, default: { cpu: '2' }, max: { cpu: '3' }, defaultRequest: { cpu: '2' } },
    ],
    [
      'keeps a request',
      { type: 'Container', defaultRequest: { cpu: '1' }, default: { cpu: '2' } },
      { default: { cpu: '2' }, defaultRequest: { cpu: '1' } },
    ],
    ['derives nothing for pods', { type: 'Pod', max: { cpu: '2' } }, { max: { cpu: '2' } }],
    [
      'rounds all amounts',
      { type: 'Pod', max: { cpu: '1u' }, min: { cpu: '1u' }, maxLimitRequestRatio: { cpu: '1u' } },
      { max: { cpu: '1m' }, min: { cpu: '1m' }, maxLimitRequestRatio: { cpu: '1m' } },
    ],
  ])('%s', (_, item: { type?: string }, expected) => {
    expect(defaultedSpec('v1', 'LimitRange', { limits: [item] })).toEqual({
      limits: [{ type: item.type, ...expected }],
    });
  });
});

describe('defaultResourceQuota', () => {
  test('rounds its amounts', () => {
    expect(defaultedSpec('v1', 'ResourceQuota', { hard: { cpu: '1u' } })).toEqual({ hard: { cpu: '1m' } });
  });
});
