import { defaultedSpec } from './defaulted';

const networkPolicy = (spec: object) =>
  defaultedSpec('networking.k8s.io/v1', 'NetworkPolicy', { podSelector: {}, ...spec });

describe('defaultNetworkPolicy', () => {
  test.each<[string, object, string[]]>([
    ['restricts what comes in', {}, ['Ingress']],
    ['restricts what goes out when it has rules for that', { egress: [{}] }, ['Ingress', 'Egress']],
    ['counts no empty list', { egress: [], policyTypes: [] }, ['Ingress']],
    ['keeps its types', { egress: [{}], policyTypes: ['Egress'] }, ['Egress']],
  ])('%s', (_, spec, policyTypes) => {
    expect(networkPolicy(spec).policyTypes).toEqual(policyTypes);
  });

  test('speaks TCP', () => {
    const rules = [{ ports: [{ port: 80 }, { port: 53, protocol: 'UDP' }] }];
    const expected = [
      {
        ports: [
          { port: 80, protocol: 'TCP' },
          { port: 53, protocol: 'UDP' },
        ],
      },
    ];
    expect(networkPolicy({ ingress: rules, egress: rules })).toMatchObject({ ingress: expected, egress: expected });
  });
});

describe('defaultIngressClass', () => {
  test.each<[object, object]>([
    [{ controller: 'example.com/c' }, { controller: 'example.com/c' }],
    [{ parameters: { kind: 'K', name: 'n' } }, { parameters: { kind: 'K', name: 'n', scope: 'Cluster' } }],
    [{ parameters: { kind: 'K', name: 'n', scope: '' } }, { parameters: { kind: 'K', name: 'n', scope: '' } }],
  ])('%j', (spec, expected) => {
    expect(defaultedSpec('networking.k8s.io/v1', 'IngressClass', { ...spec })).toEqual(expected);
  });
});
