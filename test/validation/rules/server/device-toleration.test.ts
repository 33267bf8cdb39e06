import { deviceTolerationRules } from '../../../../lib/validation/rules/server/device-toleration';
import { testRules } from '../test-rules';
import { claimOf } from './device-claims';

const tolerating = (toleration: object) => claimOf({ tolerations: [toleration] });
const TOLERATION = 'spec.devices.requests[0].exactly.tolerations[0]';

testRules(deviceTolerationRules, {
  'valid-device-toleration': {
    valid: {
      'all taints': tolerating({ operator: 'Exists' }),
      'an equal value, which is the default': tolerating({
        key: 'a.example/broken',
        value: 'fan',
        effect: 'NoExecute',
      }),
      'any, which 1.35 drops': { manifest: tolerating({ operator: 'Has' }), kubeVersion: '1.35' },
    },
    invalid: {
      'a key with a space': [tolerating({ key: 'a b', operator: 'Exists' }), `${TOLERATION}.key: FieldValueInvalid`],
      'another operator': [tolerating({ operator: 'Gt' }), `${TOLERATION}.operator: FieldValueNotSupported`],
      'a value that is not compared': [
        tolerating({ operator: 'Exists', value: 'x' }),
        `${TOLERATION}.value: FieldValueInvalid`,
      ],
      'a value with a space': [tolerating({ key: 'a', value: 'a b' }), `${TOLERATION}.value: FieldValueInvalid`],
      'another effect': [
        tolerating({ operator: 'Exists', effect: 'PreferNoSchedule' }),
        `${TOLERATION}.effect: FieldValueNotSupported`,
      ],
    },
  },
});
