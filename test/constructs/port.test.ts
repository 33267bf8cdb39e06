import { containerPorts, type Ports } from '../../lib/constructs/port';

test.each<[string, Ports, unknown]>([
  ['a number', { http: 8080 }, [{ name: 'http', containerPort: 8080 }]],
  [
    'options',
    { dns: { containerPort: 53, protocol: 'UDP', hostPort: 53 } },
    [{ name: 'dns', containerPort: 53, protocol: 'UDP', hostPort: 53 }],
  ],
  [
    'several, in order',
    { b: 2, a: 1 },
    [
      { name: 'b', containerPort: 2 },
      { name: 'a', containerPort: 1 },
    ],
  ],
  ['none', {}, []],
  ["Kubernetes' own list, for ports without a name", [{ containerPort: 80 }], [{ containerPort: 80 }]],
])('ports: %s', (_, ports, expected) => {
  expect(containerPorts(ports)).toEqual(expected);
});
