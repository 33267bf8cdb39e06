import { endpointSliceRules } from '../../../../lib/validation/rules/server/endpoint-slice';
import { object } from '../../manifests';
import { testRules } from '../test-rules';

const slice = (addressType: string | undefined, ...endpoints: object[]) =>
  object('discovery.k8s.io/v1', 'EndpointSlice', { addressType, endpoints });
const addresses = (addressType: string, ...list: string[]) => slice(addressType, { addresses: list });
const hints = (body: object) => slice('IPv4', { addresses: ['192.0.2.1'], hints: body });
const zones = (...names: string[]) => hints({ forZones: names.map((name) => ({ name })) });
const nodes = (...names: string[]) => hints({ forNodes: names.map((name) => ({ name })) });
const many = (count: number) => Array.from({ length: count }, (_, index) => `10.0.${index >> 8}.${index & 255}`);

testRules(endpointSliceRules, {
  'valid-address-type': {
    valid: { IPv6: slice('IPv6'), FQDN: slice('FQDN') },
    invalid: {
      none: [slice(undefined), 'addressType: FieldValueRequired'],
      'the former IP': [slice('IP'), 'addressType: FieldValueNotSupported'],
    },
  },
  'valid-endpoint-count': {
    valid: {
      'no endpoints': slice('IPv4'),
      'a thousand endpoints': slice('IPv4', ...many(1000).map((address) => ({ addresses: [address] }))),
      'a hundred addresses': addresses('IPv4', ...many(100)),
    },
    invalid: {
      'an endpoint without address': [slice('IPv4', {}), 'endpoints[0].addresses: FieldValueRequired'],
      '101 addresses': [addresses('IPv4', ...many(101)), 'endpoints[0].addresses: FieldValueTooMany'],
      '1001 endpoints': [
        slice('IPv4', ...many(1001).map((address) => ({ addresses: [address] }))),
        'endpoints: FieldValueTooMany',
      ],
      '1001 endpoints, at none of which is looked': [
        slice('IPv4', ...Array.from({ length: 1001 }, () => ({ hostname: 'A' }))),
        'endpoints: FieldValueTooMany',
      ],
    },
  },
  'valid-endpoint-address': {
    valid: {
      IPv4: addresses('IPv4', '192.0.2.1'),
      'IPv6 in its shortest spelling': addresses('IPv6', '2001:db8::1'),
      'IPv6 in another spelling until 1.32': {
        manifest: addresses('IPv6', '2001:DB8:0:0::1'),
        kubeVersion: '1.32',
      },
      'a host with a trailing dot': addresses('FQDN', 'db.example.'),
      'anything of an unknown type': addresses('IP', 'x'),
    },
    invalid: {
      'a host as IPv4': [addresses('IPv4', 'db.example'), 'endpoints[0].addresses[0]: FieldValueInvalid'],
      'IPv6 as IPv4, on the list': [addresses('IPv4', '2001:db8::1'), 'endpoints[0].addresses: FieldValueInvalid'],
      'IPv4 as IPv6 in 1.28, on the item': [
        { manifest: addresses('IPv6', '192.0.2.1'), kubeVersion: '1.28' },
        'endpoints[0].addresses[0]: FieldValueInvalid',
      ],
      'IPv6 in another spelling': [
        addresses('IPv6', '2001:DB8:0:0::1'),
        'endpoints[0].addresses[0]: FieldValueInvalid',
      ],
      'a loopback address': [addresses('IPv4', '127.0.0.1'), 'endpoints[0].addresses[0]: FieldValueInvalid'],
      'a host of one part': [addresses('FQDN', 'localhost'), 'endpoints[0].addresses[0]: FieldValueInvalid'],
      'a host with a part of 64': [
        addresses('FQDN', `${'a'.repeat(64)}.example`),
        'endpoints[0].addresses[0]: FieldValueInvalid',
      ],
      'an empty host': [addresses('FQDN', ''), 'endpoints[0].addresses[0]: FieldValueRequired'],
    },
  },
  'valid-endpoint-hints': {
    valid: {
      'eight zones': zones('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'),
      nodes: nodes('node-1', 'node-2.example'),
    },
    invalid: {
      'a zone twice': [zones('a', 'a'), 'endpoints[0].hints.forZones[1].name: FieldValueDuplicate'],
      'a blank in a zone': [zones('zone a'), 'endpoints[0].hints.forZones[0].name: FieldValueInvalid'],
      'nine zones': [zones(...'abcdefghi'), 'endpoints[0].hints.forZones: FieldValueTooMany'],
      'an underscore in a node': [nodes('node_1'), 'endpoints[0].hints.forNodes[0].name: FieldValueInvalid'],
    },
  },
});
