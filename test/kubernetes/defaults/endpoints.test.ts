import { defaulted } from './defaulted';

describe('defaultEndpoints', () => {
  test('speaks TCP', () => {
    const subsets = [{ ports: [{ port: 80 }, { port: 53, protocol: 'UDP' }] }];
    expect(defaulted({ apiVersion: 'v1', kind: 'Endpoints', subsets }).subsets).toEqual([
      {
        ports: [
          { port: 80, protocol: 'TCP' },
          { port: 53, protocol: 'UDP' },
        ],
      },
    ]);
  });
});

describe('defaultEndpointSlice', () => {
  const slice = (body: object, minor = 36) =>
    defaulted(
      { apiVersion: 'discovery.k8s.io/v1', kind: 'EndpointSlice', addressType: 'IPv4', endpoints: [], ...body },
      minor,
    );

  test.each<[object, object]>([
    [{ port: 80 }, { port: 80, name: '', protocol: 'TCP' }],
    [
      { name: 'dns', protocol: 'UDP' },
      { name: 'dns', protocol: 'UDP' },
    ],
    [{ protocol: '' }, { name: '', protocol: '' }],
  ])('fills in the port %j', (port, expected) => {
    expect(slice({ ports: [port] }).ports).toEqual([expected]);
  });

  test('drops topology', () => {
    const endpoint = { addresses: ['192.0.2.1'] };
    expect(slice({ endpoints: [{ ...endpoint, deprecatedTopology: { rack: 'r1' } }] }).endpoints).toEqual([endpoint]);
  });

  test.each([
    [33, {}],
    [34, { forNodes: [{ name: 'node-1' }] }],
  ])('of hints for nodes 1.%i keeps %j', (minor, hints) => {
    const endpoints = [{ addresses: ['192.0.2.1'], hints: { forNodes: [{ name: 'node-1' }] } }];
    expect(slice({ endpoints }, minor).endpoints).toEqual([{ addresses: ['192.0.2.1'], hints }]);
  });
});
