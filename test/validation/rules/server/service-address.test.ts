import { serviceAddressRules } from '../../../../lib/validation/rules/server/service-address';
import { validate } from '../../../../lib/validation/validate';
import { object } from '../../manifests';
import { testRules } from '../test-rules';

const service = (spec: object) => object('v1', 'Service', { spec: { ports: [{ port: 80 }], ...spec } });
const externalName = (spec: object) => service({ type: 'ExternalName', externalName: 'a.example', ...spec });
const both = { ipFamilyPolicy: 'PreferDualStack' };

testRules(serviceAddressRules, {
  'valid-cluster-ip': {
    valid: {
      'one address': service({ clusterIP: '10.96.0.10' }),
      'one address in both fields': service({ clusterIP: '10.96.0.10', clusterIPs: ['10.96.0.10'] }),
      'an empty list beside the address': service({ clusterIP: '10.96.0.10', clusterIPs: [] }),
      headless: service({ clusterIP: 'None', clusterIPs: ['None'] }),
      'an address of each family': service({
        ...both,
        clusterIP: '10.96.0.10',
        clusterIPs: ['10.96.0.10', 'fd00::10'],
      }),
      'anything on an ExternalName': externalName({ clusterIP: 'x' }),
      'leading zeros until 1.35': { manifest: service({ clusterIP: '10.96.0.010' }), kubeVersion: '1.35' },
    },
    invalid: {
      'none in lower case': [service({ clusterIP: 'none' }), 'spec.clusterIPs[0]: FieldValueInvalid'],
      'leading zeros': [service({ clusterIP: '10.96.0.010' }), 'spec.clusterIPs[0]: FieldValueInvalid'],
      'a list alone': [service({ clusterIPs: ['None'] }), 'spec.clusterIPs: FieldValueInvalid'],
      'another first item': [
        service({ clusterIP: '10.96.0.10', clusterIPs: ['10.96.0.11'] }),
        'spec.clusterIPs: FieldValueInvalid',
      ],
      'None beside an address': [
        service({ clusterIP: 'None', clusterIPs: ['None', '10.96.0.10'] }),
        'spec.clusterIPs: FieldValueInvalid',
      ],
      'an address before None': [
        service({ clusterIP: '10.96.0.10', clusterIPs: ['10.96.0.10', 'None'] }),
        'spec.clusterIPs[1]: FieldValueInvalid',
      ],
      'two of one family': [
        service({ ...both, clusterIP: '10.96.0.10', clusterIPs: ['10.96.0.10', '10.96.0.11'] }),
        'spec.clusterIPs: FieldValueInvalid',
      ],
      'three of two families': [
        service({ ...both, clusterIP: '10.96.0.10', clusterIPs: ['10.96.0.10', 'fd00::10', 'fd00::11'] }),
        'spec.clusterIPs: FieldValueInvalid',
      ],
    },
  },
  'valid-ip-family': {
    valid: { 'both families': service({ ...both, ipFamilies: ['IPv6', 'IPv4'] }) },
    invalid: {
      'lower case': [service({ ipFamilies: ['ipv4'] }), 'spec.ipFamilies[0]: FieldValueNotSupported'],
      'one twice': [service({ ipFamilies: ['IPv4', 'IPv4'] }), 'spec.ipFamilies[1]: FieldValueDuplicate'],
      'an empty one': [service({ ipFamilies: [''] }), 'spec.ipFamilies[0]: FieldValueNotSupported'],
    },
  },
  'valid-ip-family-policy': {
    valid: { 'a known one': service({ ipFamilyPolicy: 'SingleStack' }) },
    invalid: {
      'an unknown one': [service({ ipFamilyPolicy: 'DualStack' }), 'spec.ipFamilyPolicy: FieldValueNotSupported'],
      'an empty one': [service({ ipFamilyPolicy: '' }), 'spec.ipFamilyPolicy: FieldValueNotSupported'],
    },
  },
  'valid-cluster-ip-family': {
    valid: {
      'the family of the address': service({ clusterIP: '10.96.0.10', ipFamilies: ['IPv4'] }),
      'any family when headless': service({ clusterIP: 'None', ipFamilies: ['IPv6'] }),
      'more families than addresses': service({ ...both, clusterIP: '10.96.0.10', ipFamilies: ['IPv4', 'IPv6'] }),
    },
    invalid: {
      'the other family': [
        service({ clusterIP: '10.96.0.10', ipFamilies: ['IPv6'] }),
        'spec.clusterIPs[0]: FieldValueInvalid',
      ],
      'both swapped': [
        service({
          ...both,
          clusterIP: '10.96.0.10',
          clusterIPs: ['10.96.0.10', 'fd00::10'],
          ipFamilies: ['IPv6', 'IPv4'],
        }),
        'spec.clusterIPs[0]: FieldValueInvalid',
        'spec.clusterIPs[1]: FieldValueInvalid',
      ],
      'a mapped address, which is IPv4, in 1.28': [
        { manifest: service({ clusterIP: '::ffff:10.96.0.10', ipFamilies: ['IPv6'] }), kubeVersion: '1.28' },
        'spec.clusterIPs[0]: FieldValueInvalid',
      ],
    },
  },
  'require-dual-stack-policy': {
    valid: {
      'two families with a policy': service({ ...both, ipFamilies: ['IPv4', 'IPv6'] }),
      'headless without selector': service({ clusterIP: 'None', ipFamilies: ['IPv4', 'IPv6'] }),
    },
    invalid: {
      'two families without a policy': [
        service({ ipFamilies: ['IPv4', 'IPv6'] }),
        'spec.ipFamilyPolicy: FieldValueInvalid',
      ],
      'two addresses with SingleStack': [
        service({ ipFamilyPolicy: 'SingleStack', clusterIP: '10.96.0.10', clusterIPs: ['10.96.0.10', 'fd00::10'] }),
        'spec.ipFamilyPolicy: FieldValueInvalid',
      ],
      'headless with a selector': [
        service({ clusterIP: 'None', selector: { app: 'web' }, ipFamilies: ['IPv4', 'IPv6'] }),
        'spec.ipFamilyPolicy: FieldValueInvalid',
      ],
    },
  },
  'valid-external-ip': {
    valid: {
      'addresses of both families, twice': service({ externalIPs: ['192.0.2.1', '2001:db8::1', '192.0.2.1'] }),
      'leading zeros until 1.35': { manifest: service({ externalIPs: ['192.0.2.001'] }), kubeVersion: '1.35' },
    },
    invalid: {
      'a host name': [service({ externalIPs: ['a.example'] }), 'spec.externalIPs[0]: FieldValueInvalid'],
      'an unspecified and a loopback address': [
        service({ externalIPs: ['0.0.0.0', '192.0.2.1', '::1'] }),
        'spec.externalIPs[0]: FieldValueInvalid',
        'spec.externalIPs[2]: FieldValueInvalid',
      ],
      'leading zeros': [service({ externalIPs: ['192.0.2.001'] }), 'spec.externalIPs[0]: FieldValueInvalid'],
    },
  },
});

test('addresses are looked at before all else', () => {
  const manifest = service({ clusterIP: 'x', ipFamilies: ['IPv4', 'IPv6'], type: 'Internal', ports: [] });
  expect(validate([manifest]).map(({ field }) => field)).toEqual(['spec.clusterIPs[0]']);
});

test('a clusterIP that was written alone is found where it stands', () => {
  const [diagnostic] = validate([service({ clusterIP: 'none' })]);
  expect(diagnostic).toMatchObject({
    field: 'spec.clusterIPs[0]',
    path: ['spec', 'clusterIP'],
    fix: 'Did you mean None?',
  });
});
