import { defaultedSpec } from './defaulted';

const group = 'resource.k8s.io/v1';
const claim = (request: object) => ({ devices: { requests: [{ name: 'gpu', ...request }] } });

describe('defaultResourceClaim', () => {
  test.each<[string, object, object]>([
    ['asks for one device', { exactly: {} }, { exactly: { allocationMode: 'ExactCount', count: 1 } }],
    ['asks for as many as it says', { exactly: { count: 2 } }, { exactly: { allocationMode: 'ExactCount', count: 2 } }],
    ['does not count all', { exactly: { allocationMode: 'All' } }, { exactly: { allocationMode: 'All' } }],
    [
      'asks alternatives alike',
      { firstAvailable: [{ name: 'a' }] },
      { firstAvailable: [{ name: 'a', allocationMode: 'ExactCount', count: 1 }] },
    ],
    [
      'tolerates an equal value',
      { exactly: { tolerations: [{ key: 'k', value: 'v' }, { operator: 'Exists' }] } },
      {
        exactly: {
          allocationMode: 'ExactCount',
          count: 1,
          tolerations: [{ key: 'k', value: 'v', operator: 'Equal' }, { operator: 'Exists' }],
        },
      },
    ],
  ])('%s', (_, request, expected) => {
    expect(defaultedSpec(group, 'ResourceClaim', claim(request))).toEqual(claim(expected));
    expect(defaultedSpec(group, 'ResourceClaimTemplate', { spec: claim(request) })).toEqual({ spec: claim(expected) });
  });
});

describe('what a minor does not take', () => {
  test.each<[string, string, Record<string, unknown>, object]>([
    [
      'drops tolerations and capacity of requests',
      'ResourceClaim',
      claim({ exactly: { tolerations: [{ key: 'k' }], capacity: { requests: { 'a.example/memory': '1Gi' } } } }),
      claim({ exactly: { allocationMode: 'ExactCount', count: 1 } }),
    ],
    [
      'drops attributes in which devices differ',
      'ResourceClaim',
      { devices: { constraints: [{ distinctAttribute: 'a.example/id' }] } },
      { devices: { constraints: [{}] } },
    ],
    ['drops extended resources', 'DeviceClass', { extendedResourceName: 'a.example/gpu' }, {}],
    [
      'drops partitions and taints of devices',
      'ResourceSlice',
      {
        allNodes: true,
        perDeviceNodeSelection: true,
        sharedCounters: [{ name: 'a', counters: { b: { value: '1' } } }],
        devices: [{ name: 'gpu', taints: [{ key: 'k', effect: 'NoExecute' }], allNodes: true }],
      },
      { allNodes: true, devices: [{ name: 'gpu' }] },
    ],
  ])('%s until 1.35', (_, kind, spec, expected) => {
    expect(defaultedSpec(group, kind, spec, 35)).toEqual(expected);
    expect(defaultedSpec(group, kind, spec, 36)).toMatchObject(spec);
  });
});
