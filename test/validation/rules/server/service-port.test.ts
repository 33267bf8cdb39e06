import { servicePortRules } from '../../../../lib/validation/rules/server/service-port';
import { object } from '../../manifests';
import { testRules } from '../test-rules';

const ports = (...list: object[]) => object('v1', 'Service', { spec: { ports: list } });
const endpoints = (...list: object[]) =>
  object('v1', 'Endpoints', { subsets: [{ addresses: [{ ip: '192.0.2.1' }], ports: list }] });
const slice = (...list: object[]) =>
  object('discovery.k8s.io/v1', 'EndpointSlice', { addressType: 'IPv4', endpoints: [], ports: list });

testRules(servicePortRules, {
  'require-service-port-name': {
    valid: {
      'one port without a name': ports({ port: 80 }),
      'two ports with names': ports({ name: 'a', port: 80 }, { name: 'b', port: 81 }),
      'one port of endpoints': endpoints({ port: 80 }),
      'ports of a slice, which need none': slice({ port: 80 }, { name: 'b', port: 81 }),
    },
    invalid: {
      'two ports without names': [
        ports({ port: 80 }, { port: 81 }),
        'spec.ports[0].name: FieldValueRequired',
        'spec.ports[1].name: FieldValueRequired',
      ],
      'an empty name beside another': [
        ports({ name: 'a', port: 80 }, { name: '', port: 81 }),
        'spec.ports[1].name: FieldValueRequired',
      ],
      'two ports of endpoints': [
        endpoints({ name: 'a', port: 80 }, { port: 81 }),
        'subsets[0].ports[1].name: FieldValueRequired',
      ],
    },
  },
  'valid-service-port-name': {
    valid: {
      'a name of 63': ports({ name: 'a'.repeat(63), port: 80 }),
      'digits alone': ports({ name: '80', port: 80 }),
      'an empty name': ports({ name: '', port: 80 }),
      'the name of a slice port': slice({ name: 'http', port: 80 }),
    },
    invalid: {
      'a name of 64': [ports({ name: 'a'.repeat(64), port: 80 }), 'spec.ports[0].name: FieldValueInvalid'],
      'upper case': [ports({ name: 'HTTP', port: 80 }), 'spec.ports[0].name: FieldValueInvalid'],
      'a dot in endpoints': [endpoints({ name: 'a.b', port: 80 }), 'subsets[0].ports[0].name: FieldValueInvalid'],
      'an underscore in a slice': [slice({ name: 'a_b', port: 80 }), 'ports[0].name: FieldValueInvalid'],
    },
  },
  'unique-service-port-name': {
    valid: {
      'different names': ports({ name: 'a', port: 80 }, { name: 'b', port: 81 }),
      'names of endpoints may repeat': endpoints({ name: 'a', port: 80 }, { name: 'a', port: 81 }),
    },
    invalid: {
      'one name three times': [
        ports({ name: 'a', port: 80 }, { name: 'a', port: 81 }, { name: 'a', port: 82 }),
        'spec.ports[1].name: FieldValueDuplicate',
        'spec.ports[2].name: FieldValueDuplicate',
      ],
      'a slice with two nameless ports': [
        slice({ port: 80 }, { name: '', port: 81 }),
        'ports[1].name: FieldValueDuplicate',
      ],
    },
  },
  'valid-service-port-number': {
    valid: {
      'the lowest and the highest': ports({ name: 'a', port: 1 }, { name: 'b', port: 65535 }),
      'any number in a slice': slice({ port: 70000 }),
    },
    invalid: {
      'no number': [ports({ name: 'a' }), 'spec.ports[0].port: FieldValueInvalid'],
      'above the highest': [ports({ port: 65536 }), 'spec.ports[0].port: FieldValueInvalid'],
      'zero in endpoints': [endpoints({ port: 0 }), 'subsets[0].ports[0].port: FieldValueInvalid'],
    },
  },
  'unique-service-port': {
    valid: {
      'one number for two protocols': ports({ name: 'a', port: 53 }, { name: 'b', port: 53, protocol: 'UDP' }),
    },
    invalid: {
      'one number twice, the protocol written once': [
        ports({ name: 'a', port: 53 }, { name: 'b', port: 53, protocol: 'TCP', targetPort: 54 }),
        'spec.ports[1]: FieldValueDuplicate',
      ],
    },
  },
  'valid-service-port-protocol': {
    valid: {
      'every protocol': ports(
        { name: 'a', port: 1, protocol: 'TCP' },
        { name: 'b', port: 2, protocol: 'UDP' },
        { name: 'c', port: 3, protocol: 'SCTP' },
      ),
      'an empty one, which is TCP': ports({ port: 80, protocol: '' }),
    },
    invalid: {
      'lower case': [ports({ port: 80, protocol: 'tcp' }), 'spec.ports[0].protocol: FieldValueNotSupported'],
      'HTTP in endpoints': [
        endpoints({ port: 80, protocol: 'HTTP' }),
        'subsets[0].ports[0].protocol: FieldValueNotSupported',
      ],
      'an empty one in a slice': [slice({ port: 80, protocol: '' }), 'ports[0].protocol: FieldValueNotSupported'],
    },
  },
  'valid-target-port': {
    valid: {
      'a number': ports({ port: 80, targetPort: 65535 }),
      'a name of 15': ports({ port: 80, targetPort: 'a'.repeat(15) }),
      'zero, which means the port': ports({ port: 80, targetPort: 0 }),
      'an empty name, which means the port': ports({ port: 80, targetPort: '' }),
    },
    invalid: {
      'a number that is too high': [
        ports({ port: 80, targetPort: 65536 }),
        'spec.ports[0].targetPort: FieldValueInvalid',
      ],
      'a name of 16': [ports({ port: 80, targetPort: 'a'.repeat(16) }), 'spec.ports[0].targetPort: FieldValueInvalid'],
      'a quoted number': [ports({ port: 80, targetPort: '8080' }), 'spec.ports[0].targetPort: FieldValueInvalid'],
      'a bad port, which it takes over': [ports({ port: -1 }), 'spec.ports[0].targetPort: FieldValueInvalid'],
    },
  },
  'valid-app-protocol': {
    valid: {
      'a plain name': ports({ port: 80, appProtocol: 'http' }),
      'a name with a prefix': ports({ port: 80, appProtocol: 'kubernetes.io/h2c' }),
      'a name in a slice': slice({ port: 80, appProtocol: 'https' }),
    },
    invalid: {
      'a blank': [ports({ port: 80, appProtocol: 'http 2' }), 'spec.ports[0].appProtocol: FieldValueInvalid'],
      'an upper-case prefix in endpoints': [
        endpoints({ port: 80, appProtocol: 'Example.com/x' }),
        'subsets[0].ports[0].appProtocol: FieldValueInvalid',
      ],
      'an empty one, twice wrong': [
        slice({ port: 80, appProtocol: '' }),
        'ports[0].appProtocol: FieldValueInvalid',
        'ports[0].appProtocol: FieldValueInvalid',
      ],
    },
  },
});
