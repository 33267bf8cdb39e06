import type { JsonObject } from '../../lib/comparison/json';
import { explainObject } from '../../lib/explanation/explanation';
import { deployment } from '../simulation/scenario/workloads';

const web = deployment();
const made = (apiVersion: string, kind: string, spec: object, name = 'web', namespace?: string) => ({
  apiVersion,
  kind,
  metadata: { name, ...(namespace && { namespace }) },
  spec,
});
const service = (ports: object[], more: object = {}) =>
  made('v1', 'Service', { selector: { app: 'web' }, ports, ...more });
const policy = (ingress: object[] | undefined, more: object = {}) =>
  made(
    'networking.k8s.io/v1',
    'NetworkPolicy',
    { podSelector: { matchLabels: { app: 'web' } }, ...(ingress && { ingress }), ...more },
    'guard',
  );
const reach = (...beside: JsonObject[]) => explainObject(web, { beside })?.pods?.reach;

test.each<[string, JsonObject[], object[]]>([
  [
    'by the name of a port',
    [service([{ port: 80, targetPort: 'http' }])],
    [{ address: 'web:80', port: 8080, container: 'web' }],
  ],
  ['by its number', [service([{ port: 8080 }])], [{ address: 'web:8080', port: 8080, container: 'web' }]],
  ['to a port that nobody declares', [service([{ port: 9000 }])], [{ port: 9000 }]],
  ['to a name that nobody has', [service([{ port: 80, targetPort: 'htp' }])], [{ address: 'web:80' }]],
  ['with another protocol', [service([{ port: 80, targetPort: 'http', protocol: 'UDP' }])], [{ protocol: 'UDP' }]],
  ['not from another namespace', [{ ...service([{ port: 80 }]), metadata: { name: 'web', namespace: 'other' } }], []],
  ['not by a selector of other pods', [made('v1', 'Service', { selector: { app: 'db' }, ports: [{ port: 80 }] })], []],
  ['not by a Service without a selector', [made('v1', 'Service', { ports: [{ port: 80 }] })], []],
  [
    'from outside',
    [service([{ port: 80, targetPort: 'http', nodePort: 30080 }], { type: 'LoadBalancer' })],
    [{ outside: ['every node, port 30080', 'a load balancer'] }],
  ],
  [
    'through an Ingress',
    [
      service([{ name: 'http', port: 80, targetPort: 'http' }]),
      made('networking.k8s.io/v1', 'Ingress', {
        rules: [
          {
            host: 'shop.example',
            http: {
              paths: [
                { path: '/cart', pathType: 'Prefix', backend: { service: { name: 'web', port: { name: 'http' } } } },
                { path: '/other', pathType: 'Prefix', backend: { service: { name: 'web', port: { number: 81 } } } },
              ],
            },
          },
        ],
        defaultBackend: { service: { name: 'web', port: { number: 80 } } },
      }),
    ],
    [{ outside: ['Ingress/web: shop.example/cart', 'Ingress/web: all else'] }],
  ],
])('a Service leads %s', (_, beside, ways) => {
  const found = reach(...beside)?.services ?? [];
  expect(found).toHaveLength(ways.length);
  expect(found).toMatchObject(ways);
});

test('to a name that nobody has, it leads nowhere', () => {
  expect(reach(service([{ port: 80, targetPort: 'htp' }]))?.services[0]).not.toHaveProperty('port');
});

const from = (...peers: object[]) => ({ from: peers });
const db = { podSelector: { matchLabels: { app: 'db' } } };

test.each<[string, JsonObject[], unknown]>([
  ['without a policy, anyone', [], 'anyone'],
  ['with an empty policy, nobody', [policy([])], []],
  ['without ingress rules, nobody', [policy(undefined)], []],
  ['a rule without peers lets anyone in', [policy([{}])], 'anyone'],
  ['pods of the namespace', [policy([from(db)])], ['pods with app=db of namespace default']],
  ['pods of all namespaces', [policy([from({ namespaceSelector: {} })])], ['all pods of all namespaces']],
  [
    'pods of some namespaces',
    [policy([from({ ...db, namespaceSelector: { matchLabels: { team: 'a' } } })])],
    ['pods with app=db of namespaces with team=a'],
  ],
  [
    'addresses',
    [policy([from({ ipBlock: { cidr: '10.0.0.0/8', except: ['10.1.0.0/16'] } })])],
    ['addresses in 10.0.0.0/8 but for 10.1.0.0/16'],
  ],
  ['a port by name', [policy([{ ...from(db), ports: [{ port: 'http' }] }])], ['pods with app=db of namespace default']],
  ['a range of ports', [policy([{ ports: [{ port: 8000, endPort: 9000 }] }])], 'anyone'],
  ['another port', [policy([{ ports: [{ port: 80 }] }])], []],
  ['another protocol', [policy([{ ports: [{ port: 8080, protocol: 'UDP' }] }])], []],
  ['all ports of a protocol', [policy([{ ports: [{ protocol: 'TCP' }] }])], 'anyone'],
  [
    'policies add up',
    [policy([]), { ...policy([from(db)]), metadata: { name: 'two' } }],
    ['pods with app=db of namespace default'],
  ],
  ['a policy about egress only', [policy(undefined, { policyTypes: ['Egress'] })], 'anyone'],
  ['a policy for other pods', [policy([], { podSelector: { matchLabels: { app: 'db' } } })], 'anyone'],
  ['a policy for all pods', [policy([], { podSelector: {} })], []],
  ['a policy of another namespace', [{ ...policy([]), metadata: { name: 'guard', namespace: 'other' } }], 'anyone'],
])('the port is open: %s', (_, beside, expected) => {
  expect(reach(...beside)?.ports).toMatchObject([{ port: 8080, name: 'http', from: expected }]);
});
