import { networkPolicyRules } from '../../../../lib/validation/rules/server/network-policy';
import { object } from '../../manifests';
import { testRules } from '../test-rules';

const policy = (spec: object) => object('networking.k8s.io/v1', 'NetworkPolicy', { spec });
const ported = (port: object) => policy({ ingress: [{ ports: [port] }] });
const from = (peer: object) => policy({ ingress: [{ from: [peer] }] });
const block = (cidr: string, ...except: string[]) => from({ ipBlock: { cidr, except } });
const PORT = 'spec.ingress[0].ports[0]';
const PEER = 'spec.ingress[0].from[0]';

testRules(networkPolicyRules, {
  'valid-policy-types': {
    valid: {
      both: policy({ policyTypes: ['Ingress', 'Egress'] }),
      'the same twice': policy({ policyTypes: ['Egress', 'Egress'] }),
    },
    invalid: {
      'lower case': [policy({ policyTypes: ['ingress'] }), 'spec.policyTypes[0]: FieldValueNotSupported'],
      'three, not looked at one by one': [
        policy({ policyTypes: ['a', 'b', 'c'] }),
        'spec.policyTypes: FieldValueInvalid',
      ],
    },
  },
  'valid-network-policy-port': {
    valid: { none: ported({}), 'a number': ported({ port: 65535 }), 'a name': ported({ port: 'http' }) },
    invalid: {
      zero: [ported({ port: 0 }), `${PORT}.port: FieldValueInvalid`],
      'a number in quotes': [ported({ port: '80' }), `${PORT}.port: FieldValueInvalid`],
      egress: [
        policy({ egress: [{}, { ports: [{ port: 65536 }] }] }),
        'spec.egress[1].ports[0].port: FieldValueInvalid',
      ],
    },
  },
  'valid-network-policy-protocol': {
    valid: { none: ported({}), SCTP: ported({ protocol: 'SCTP' }) },
    invalid: {
      'lower case': [ported({ protocol: 'tcp' }), `${PORT}.protocol: FieldValueNotSupported`],
      'an empty one': [ported({ protocol: '' }), `${PORT}.protocol: FieldValueNotSupported`],
    },
  },
  'valid-end-port': {
    valid: { 'a range': ported({ port: 80, endPort: 90 }), 'a range of one': ported({ port: 80, endPort: 80 }) },
    invalid: {
      'below the port': [ported({ port: 90, endPort: 80 }), `${PORT}.endPort: FieldValueInvalid`],
      'no port': [ported({ endPort: 80 }), `${PORT}.endPort: FieldValueInvalid`],
      'a named port': [ported({ port: 'http', endPort: 80 }), `${PORT}.endPort: FieldValueInvalid`],
      'too high': [ported({ port: 80, endPort: 65536 }), `${PORT}.endPort: FieldValueInvalid`],
    },
  },
  'valid-network-policy-peer': {
    valid: {
      'all pods': from({ podSelector: {} }),
      'pods of namespaces': from({ podSelector: {}, namespaceSelector: {} }),
      addresses: block('10.0.0.0/8'),
    },
    invalid: {
      nothing: [from({}), `${PEER}: FieldValueRequired`],
      'pods and addresses': [
        from({ namespaceSelector: {}, ipBlock: { cidr: '10.0.0.0/8' } }),
        `${PEER}: FieldValueForbidden`,
      ],
      egress: [policy({ egress: [{ to: [{}] }] }), 'spec.egress[0].to[0]: FieldValueRequired'],
    },
  },
  'valid-ip-block': {
    valid: {
      IPv4: block('10.9.8.0/24'),
      IPv6: block('2001:DB8::/32'),
      'host bits, up to 1.35': { manifest: block('10.9.8.7/24'), kubeVersion: '1.35' },
    },
    invalid: {
      none: [from({ ipBlock: {} }), `${PEER}.ipBlock.cidr: FieldValueRequired`],
      'an address': [block('10.9.8.7'), `${PEER}.ipBlock.cidr: FieldValueInvalid`],
      'host bits': [block('10.9.8.7/24'), `${PEER}.ipBlock.cidr: FieldValueInvalid`],
    },
  },
  'valid-ip-block-exception': {
    valid: {
      'a smaller range': block('10.0.0.0/8', '10.9.0.0/16'),
      'any text beside a malformed range': block('10.0.0.0', 'x'),
    },
    invalid: {
      outside: [block('10.0.0.0/8', '10.9.0.0/16', '11.0.0.0/16'), `${PEER}.ipBlock.except[1]: FieldValueInvalid`],
      'the same range': [block('10.0.0.0/8', '10.0.0.0/8'), `${PEER}.ipBlock.except[0]: FieldValueInvalid`],
      'another family': [block('10.0.0.0/8', '2001:db8::/64'), `${PEER}.ipBlock.except[0]: FieldValueInvalid`],
      'no range': [block('10.0.0.0/8', '10.9.8.7'), `${PEER}.ipBlock.except[0]: FieldValueInvalid`],
    },
  },
});
