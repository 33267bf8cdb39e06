import { ipAddressRules } from '../../../../lib/validation/rules/server/ip-address';
import { object } from '../../manifests';
import { testRules } from '../test-rules';

const address = (parentRef?: object) => object('networking.k8s.io/v1', 'IPAddress', { spec: { parentRef } });
const service = (body: object = {}) => ({ resource: 'services', namespace: 'shop', name: 'web', ...body });
const PARENT = 'spec.parentRef';

testRules(ipAddressRules, {
  'valid-parent-ref': {
    valid: {
      'a Service': address(service()),
      'of a group, without a namespace': address({ group: 'example.com', resource: 'routers', name: 'r' }),
    },
    invalid: {
      none: [address(), `${PARENT}: FieldValueRequired`],
      'an empty one': [address({}), `${PARENT}.name: FieldValueRequired`, `${PARENT}.resource: FieldValueRequired`],
      'a group in capitals': [address(service({ group: 'Example' })), `${PARENT}.group: FieldValueInvalid`],
      slashes: [
        address({ resource: 'a/b', namespace: 'a/b', name: 'a/b' }),
        `${PARENT}.name: FieldValueInvalid`,
        `${PARENT}.namespace: FieldValueInvalid`,
        `${PARENT}.resource: FieldValueInvalid`,
      ],
    },
  },
});
