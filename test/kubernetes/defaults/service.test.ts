import { defaultedSpec } from './defaulted';

const filled = { type: 'ClusterIP', sessionAffinity: 'None', internalTrafficPolicy: 'Cluster' };
const affinity = (timeoutSeconds: number) => ({ sessionAffinityConfig: { clientIP: { timeoutSeconds } } });

describe('defaultService', () => {
  test.each<[string, object, object]>([
    ['is for the cluster', {}, {}],
    [
      'forwards TCP to the same port',
      { ports: [{ port: 80 }] },
      { ports: [{ port: 80, protocol: 'TCP', targetPort: 80 }] },
    ],
    [
      'reads an empty target as absent',
      { ports: [{ port: 80, targetPort: '' }] },
      { ports: [{ port: 80, protocol: 'TCP', targetPort: 80 }] },
    ],
    [
      'keeps a target',
      { ports: [{ port: 80, targetPort: 'http' }] },
      { ports: [{ port: 80, protocol: 'TCP', targetPort: 'http' }] },
    ],
    [
      'has a target of 0 without a port',
      { ports: [{ name: 'a' }] },
      { ports: [{ name: 'a', port: undefined, protocol: 'TCP', targetPort: 0 }] },
    ],
    ['forgets affinity settings without affinity', affinity(5), {}],
    [
      'remembers clients for three hours',
      { sessionAffinity: 'ClientIP' },
      { sessionAffinity: 'ClientIP', ...affinity(10800) },
    ],
    [
      'remembers clients as long as it says',
      { sessionAffinity: 'ClientIP', ...affinity(5) },
      { sessionAffinity: 'ClientIP', ...affinity(5) },
    ],
    ['routes from outside to all nodes', { type: 'NodePort' }, { type: 'NodePort', externalTrafficPolicy: 'Cluster' }],
    [
      'allocates node ports behind a load balancer',
      { type: 'LoadBalancer', externalTrafficPolicy: 'Local' },
      { type: 'LoadBalancer', externalTrafficPolicy: 'Local', allocateLoadBalancerNodePorts: true },
    ],
    [
      'need not',
      { type: 'LoadBalancer', allocateLoadBalancerNodePorts: false },
      { type: 'LoadBalancer', externalTrafficPolicy: 'Cluster', allocateLoadBalancerNodePorts: false },
    ],
    ['routes nothing to a name', { type: 'ExternalName' }, { type: 'ExternalName', internalTrafficPolicy: undefined }],
    ['lists its address', { clusterIP: 'None' }, { clusterIP: 'None', clusterIPs: ['None'] }],
    [
      'keeps a list of addresses',
      { clusterIP: '10.0.0.1', clusterIPs: ['10.0.0.2'] },
      { clusterIP: '10.0.0.1', clusterIPs: ['10.0.0.2'] },
    ],
  ])('%s', (_, spec, expected) => {
    expect(defaultedSpec('v1', 'Service', { ...spec })).toEqual({ ...filled, ...expected });
  });

  test.each<[string, number, object, string]>([
    ['trafficDistribution', 30, { trafficDistribution: 'PreferClose' }, 'trafficDistribution'],
    ['a traffic policy for external addresses', 28, { externalIPs: ['192.0.2.1'] }, 'externalTrafficPolicy'],
  ])('knows %s after 1.%i', (_, last, spec, field) => {
    expect(defaultedSpec('v1', 'Service', { ...spec }, last)).not.toHaveProperty(field);
    expect(defaultedSpec('v1', 'Service', { ...spec }, last + 1)).toHaveProperty(field);
  });
});
