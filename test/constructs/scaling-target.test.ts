import { scaledContainers } from '../../lib/constructs/scaling-target';

test.each<[string, unknown, unknown[]]>([
  [
    'requests and limits, resource by resource',
    { web: { resources: { requests: { cpu: '1' }, limits: { memory: '1Gi' } } } },
    [{ resources: { cpu: { request: '1' }, memory: { limit: '1Gi' } } }],
  ],
  ['no resources', { web: {} }, [{ resources: { cpu: {}, memory: {} } }]],
  ['a container of another shape', { web: 'x' }, [{ resources: { cpu: {}, memory: {} } }]],
  ['containers of another shape', 'x', []],
])('%s', (_, containers, expected) => {
  expect(scaledContainers(containers)).toEqual(expected);
});
