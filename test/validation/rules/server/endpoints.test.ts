import { endpointsRules } from '../../../../lib/validation/rules/server/endpoints';
import { object } from '../../manifests';
import { testRules } from '../test-rules';

const subset = (body: object) => object('v1', 'Endpoints', { subsets: [body] });
const address = (body: object) => subset({ addresses: [{ ip: '192.0.2.1', ...body }] });
const endpoint = (body: object) =>
  object('discovery.k8s.io/v1', 'EndpointSlice', {
    addressType: 'IPv4',
    endpoints: [{ addresses: ['192.0.2.1'], ...body }],
  });

testRules(endpointsRules, {
  'require-endpoint-address': {
    valid: {
      'an address that is not ready': subset({ notReadyAddresses: [{ ip: '192.0.2.1' }] }),
      'no subsets': object('v1', 'Endpoints'),
    },
    invalid: {
      'ports alone': [subset({ ports: [{ port: 80 }] }), 'subsets[0]: FieldValueRequired'],
      'empty lists': [subset({ addresses: [], notReadyAddresses: [] }), 'subsets[0]: FieldValueRequired'],
    },
  },
  'valid-endpoint-ip': {
    valid: {
      'an IPv6 address in any spelling': address({ ip: '2001:DB8:0::1' }),
      'a mapped address until 1.35': { manifest: address({ ip: '::ffff:192.0.2.1' }), kubeVersion: '1.35' },
    },
    invalid: {
      'no address': [subset({ addresses: [{}] }), 'subsets[0].addresses[0].ip: FieldValueInvalid'],
      'a host name': [address({ ip: 'a.example' }), 'subsets[0].addresses[0].ip: FieldValueInvalid'],
      'a link-local address that is not ready': [
        subset({ notReadyAddresses: [{ ip: '169.254.169.254' }] }),
        'subsets[0].notReadyAddresses[0].ip: FieldValueInvalid',
      ],
      'a mapped loopback address, wrong twice': [
        address({ ip: '::ffff:127.0.0.1' }),
        'subsets[0].addresses[0].ip: FieldValueInvalid',
        'subsets[0].addresses[0].ip: FieldValueInvalid',
      ],
    },
  },
  'valid-endpoint-hostname': {
    valid: { 'a label': address({ hostname: 'web-0' }), 'an empty one': address({ hostname: '' }) },
    invalid: {
      'a dot': [address({ hostname: 'web.0' }), 'subsets[0].addresses[0].hostname: FieldValueInvalid'],
      'an empty one in a slice': [endpoint({ hostname: '' }), 'endpoints[0].hostname: FieldValueInvalid'],
    },
  },
  'valid-endpoint-node-name': {
    valid: { 'a subdomain': address({ nodeName: 'node-1.example' }), 'of a slice': endpoint({ nodeName: 'node-1' }) },
    invalid: {
      'an empty one': [address({ nodeName: '' }), 'subsets[0].addresses[0].nodeName: FieldValueInvalid'],
      'an underscore in a slice': [endpoint({ nodeName: 'node_1' }), 'endpoints[0].nodeName: FieldValueInvalid'],
    },
  },
});
