import { loadBalancerRules } from '../../../../lib/validation/rules/server/load-balancer';
import { object } from '../../manifests';
import { testRules } from '../test-rules';

const ANNOTATION = 'service.beta.kubernetes.io/load-balancer-source-ranges';
const service = (spec: object, annotations = {}) =>
  object('v1', 'Service', { metadata: { name: 'web', annotations }, spec: { ports: [{ port: 80 }], ...spec } });
const balancer = (spec: object, annotations = {}) => service({ type: 'LoadBalancer', ...spec }, annotations);
const ranges = (...loadBalancerSourceRanges: string[]) => ({ loadBalancerSourceRanges });

testRules(loadBalancerRules, {
  'valid-load-balancer-source-range': {
    valid: {
      'ranges of both families': balancer(ranges('192.0.2.0/24', '2001:db8::/32')),
      'blanks around': balancer(ranges(' 192.0.2.0/24 ')),
      'bits behind the prefix until 1.35': { manifest: balancer(ranges('192.0.2.1/24')), kubeVersion: '1.35' },
      'ranges in the annotation': balancer({}, { [ANNOTATION]: '192.0.2.0/24, 198.51.100.0/24' }),
      'an empty annotation': balancer({}, { [ANNOTATION]: ' ' }),
      'an annotation beside the field': balancer(ranges('192.0.2.0/24'), { [ANNOTATION]: 'x' }),
    },
    invalid: {
      'an address': [
        balancer(ranges('192.0.2.0/24', '192.0.2.1')),
        'spec.LoadBalancerSourceRanges[1]: FieldValueInvalid',
      ],
      'bits behind the prefix': [
        balancer(ranges('192.0.2.1/24')),
        'spec.LoadBalancerSourceRanges[0]: FieldValueInvalid',
      ],
      'on a NodePort': [
        service({ type: 'NodePort', ...ranges('192.0.2.0/24') }),
        'spec.LoadBalancerSourceRanges: FieldValueForbidden',
      ],
      'an empty member of the annotation': [
        balancer({}, { [ANNOTATION]: '192.0.2.0/24,' }),
        `metadata.annotations[${ANNOTATION}]: FieldValueInvalid`,
      ],
      'an empty annotation on a ClusterIP': [
        service({}, { [ANNOTATION]: '' }),
        `metadata.annotations[${ANNOTATION}]: FieldValueForbidden`,
      ],
    },
  },
  'no-kubelet-port': {
    valid: {
      'as a target': { manifest: balancer({ ports: [{ port: 443, targetPort: 10250 }] }), kubeVersion: '1.32' },
      'on a NodePort': { manifest: service({ type: 'NodePort', ports: [{ port: 10250 }] }), kubeVersion: '1.32' },
      'since 1.33': { manifest: balancer({ ports: [{ port: 10250 }] }), kubeVersion: '1.33' },
    },
    invalid: {
      'until 1.32': [
        {
          manifest: balancer({
            ports: [
              { name: 'https', port: 443 },
              { name: 'kubelet', port: 10250 },
            ],
          }),
          kubeVersion: '1.32',
        },
        'spec.ports[1]: FieldValueInvalid',
      ],
    },
  },
  'no-node-port-allocation': {
    valid: { 'on a LoadBalancer': balancer({ allocateLoadBalancerNodePorts: false }) },
    invalid: {
      'true on a ClusterIP': [
        service({ allocateLoadBalancerNodePorts: true }),
        'spec.allocateLoadBalancerNodePorts: FieldValueForbidden',
      ],
      'false on a NodePort': [
        service({ type: 'NodePort', allocateLoadBalancerNodePorts: false }),
        'spec.allocateLoadBalancerNodePorts: FieldValueForbidden',
      ],
    },
  },
  'valid-load-balancer-class': {
    valid: {
      'with a prefix': balancer({ loadBalancerClass: 'a.example/internal' }),
      plain: balancer({ loadBalancerClass: 'a' }),
    },
    invalid: {
      'two slashes': [balancer({ loadBalancerClass: 'a/b/c' }), 'spec.loadBalancerClass: FieldValueInvalid'],
      'on a NodePort': [
        service({ type: 'NodePort', loadBalancerClass: 'a' }),
        'spec.loadBalancerClass: FieldValueForbidden',
      ],
      'a bad one on a ClusterIP': [service({ loadBalancerClass: '-' }), 'spec.loadBalancerClass: FieldValueForbidden'],
    },
  },
});
