import { effectsBetween, object } from '../versions';

type Json = Record<string, unknown>;

const service = (spec: Json) => object('Service', { spec: { ports: [{ port: 80 }], ...spec } });
const balancer = (...loadBalancerSourceRanges: string[]) => service({ type: 'LoadBalancer', loadBalancerSourceRanges });
const backend = { service: { name: 'web', port: { number: 80 } } };
const ingress = (host: string, path: string, spec: Json = {}) =>
  object('Ingress', { spec: { rules: [{ host, http: { paths: [{ path, pathType: 'Prefix', backend }] } }], ...spec } });

test.each<[string, Json | undefined, Json, string[]]>([
  [
    'a node port',
    service({}),
    service({ type: 'NodePort' }),
    ['spec.type: is reachable from outside the cluster (NodePort)'],
  ],
  [
    'a load balancer',
    service({ type: 'NodePort' }),
    service({ type: 'LoadBalancer' }),
    ['spec.type: is reachable from outside the cluster (LoadBalancer)'],
  ],
  [
    'a new Service of such a type',
    undefined,
    service({ type: 'LoadBalancer' }),
    ['spec.type: is reachable from outside the cluster (LoadBalancer)'],
  ],
  [
    'an external address',
    service({}),
    service({ externalIPs: ['192.0.2.1'] }),
    ['spec.externalIPs: is reachable at 192.0.2.1'],
  ],
  [
    'no more ranges',
    balancer('192.0.2.0/24'),
    balancer(),
    ['spec.loadBalancerSourceRanges: takes traffic from more addresses'],
  ],
  [
    'another range',
    balancer('192.0.2.0/24'),
    balancer('0.0.0.0/0'),
    ['spec.loadBalancerSourceRanges: takes traffic from more addresses'],
  ],
  ['a new Ingress', undefined, ingress('a.io', '/'), ['spec.rules: exposes a.io/']],
  ['a path', ingress('a.io', '/a'), ingress('a.io', '/b'), ['spec.rules: exposes a.io/b']],
  [
    'everything else',
    ingress('a.io', '/'),
    ingress('a.io', '/', { defaultBackend: backend }),
    ['spec.rules: exposes everything else'],
  ],
  [
    'a host without TLS',
    ingress('a.io', '/', { tls: [{ hosts: ['a.io'] }] }),
    ingress('a.io', '/'),
    ['spec.tls: a.io is served without TLS'],
  ],
])('exposed by %s', (_name, before, after, expected) => {
  expect(effectsBetween('loosens-security', before, after)).toEqual(expected);
});

test.each<[string, Json | undefined, Json]>([
  ['a new Service within the cluster', undefined, service({})],
  ['a Service that goes back inside', service({ type: 'LoadBalancer' }), service({})],
  ['fewer ranges', balancer('192.0.2.0/24', '198.51.100.0/24'), balancer('192.0.2.0/24')],
  ['first ranges', balancer(), balancer('192.0.2.0/24')],
])('not exposed by %s', (_name, before, after) => {
  expect(effectsBetween('loosens-security', before, after)).toEqual([]);
});
