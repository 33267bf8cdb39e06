import { deviceConstraintRules } from '../../../../lib/validation/rules/server/device-constraint';
import { object } from '../../manifests';
import { testRules } from '../test-rules';
import { claim } from './device-claims';

const constrained = (constraint: object) => claim({ constraints: [constraint] });
const matching = (matchAttribute: string) => constrained({ matchAttribute });
const referring = (...requests: string[]) => constrained({ requests, matchAttribute: 'a.example/numa' });
const alternatives = [{ name: 'gpu', firstAvailable: [{ name: 'big', deviceClassName: 'a' }] }];
const CONSTRAINT = 'spec.devices.constraints[0]';

testRules(deviceConstraintRules, {
  'valid-device-request-reference': {
    valid: {
      'all requests': referring(),
      'a request': referring('gpu'),
      'an alternative': claim({ requests: alternatives, constraints: [{ requests: ['gpu/big'] }] }),
      'of a config': claim({ config: [{ requests: ['gpu'] }] }),
    },
    invalid: {
      'a request that there is not': [referring('nic'), `${CONSTRAINT}.requests[0]: FieldValueInvalid`],
      'one that there cannot be': [
        referring('My_NIC'),
        `${CONSTRAINT}.requests[0]: FieldValueInvalid`,
        `${CONSTRAINT}.requests[0]: FieldValueInvalid`,
      ],
      'too many parts': [referring('a/b/c'), `${CONSTRAINT}.requests[0]: FieldValueInvalid`],
      'an alternative that there is not': [referring('gpu/big'), `${CONSTRAINT}.requests[0]: FieldValueInvalid`],
      'too many, which hides the rest': [
        referring(...Array.from({ length: 33 }, () => 'gpu')),
        `${CONSTRAINT}.requests: FieldValueTooMany`,
      ],
      'one twice': [referring('gpu', 'gpu'), `${CONSTRAINT}.requests[1]: FieldValueDuplicate`],
      'of the config of a template': [
        object('resource.k8s.io/v1', 'ResourceClaimTemplate', {
          spec: { spec: { devices: { config: [{ requests: ['nic'] }] } } },
        }),
        'spec.spec.devices.config[0].requests[0]: FieldValueInvalid',
      ],
    },
  },
  'valid-device-constraint': {
    valid: {
      'an attribute': matching('resource.kubernetes.io/pcieRoot'),
      'one in which they differ': constrained({ distinctAttribute: 'a.example/id' }),
    },
    invalid: {
      none: [constrained({}), `${CONSTRAINT}: FieldValueRequired`],
      'one in which they differ, which 1.35 drops': [
        { manifest: constrained({ distinctAttribute: 'a.example/id' }), kubeVersion: '1.35' },
        `${CONSTRAINT}.matchAttribute: FieldValueRequired`,
      ],
      'no domain': [matching('numa'), `${CONSTRAINT}.matchAttribute: FieldValueInvalid`],
      'an empty domain': [matching('/numa'), `${CONSTRAINT}.matchAttribute: FieldValueInvalid`],
      'a name that is no identifier': [
        matching('a.example/numa-node'),
        `${CONSTRAINT}.matchAttribute: FieldValueInvalid`,
      ],
      'a long name': [matching(`a.example/${'a'.repeat(33)}`), `${CONSTRAINT}.matchAttribute: FieldValueTooLong`],
      'no domain where they differ': [
        constrained({ distinctAttribute: 'id' }),
        `${CONSTRAINT}.distinctAttribute: FieldValueInvalid`,
      ],
    },
  },
});
