import { deviceSelectorRules } from '../../../../lib/validation/rules/server/device-selector';
import { testRules } from '../test-rules';
import { claim, claimOf, deviceClass } from './device-claims';

const selecting = (expression: string) => deviceClass({ selectors: [{ cel: { expression } }] });
const opaque = (body: object = {}) => ({ driver: 'a.example', parameters: { a: 1 }, ...body });
const configured = (config: object) => deviceClass({ config: [config] });

testRules(deviceSelectorRules, {
  'valid-device-selector': {
    valid: {
      attributes: selecting(
        "device.attributes['a.example'].model == 'x' && device.capacity['a.example'].memory.isGreaterThan(quantity('1Gi'))",
      ),
      '10 KiB': selecting(`'${'a'.repeat(10 * 1024 - 8)}' != ''`.slice(0, 10 * 1024)),
    },
    invalid: {
      none: [deviceClass({ selectors: [{}] }), 'spec.selectors[0].cel: FieldValueRequired'],
      'no expression': [selecting('device.driver =='), 'spec.selectors[0].cel.expression: FieldValueInvalid'],
      'an unknown name': [selecting('object.driver'), 'spec.selectors[0].cel.expression: FieldValueInvalid'],
      'more than 10 KiB': [selecting('a'.repeat(10 * 1024 + 1)), 'spec.selectors[0].cel.expression: FieldValueTooLong'],
      'of a request': [
        claimOf({ selectors: [{}] }),
        'spec.devices.requests[0].exactly.selectors[0].cel: FieldValueRequired',
      ],
      'of an alternative': [
        claim({
          requests: [{ name: 'gpu', firstAvailable: [{ name: 'big', deviceClassName: 'a', selectors: [{}] }] }],
        }),
        'spec.devices.requests[0].firstAvailable[0].selectors[0].cel: FieldValueRequired',
      ],
    },
  },
  'valid-device-configuration': {
    valid: { 'of a class': configured({ opaque: opaque() }), 'of a claim': claim({ config: [{ opaque: opaque() }] }) },
    invalid: {
      none: [configured({}), 'spec.config[0].opaque: FieldValueRequired'],
      'no driver': [configured({ opaque: opaque({ driver: '' }) }), 'spec.config[0].opaque.driver: FieldValueRequired'],
      'no parameters': [
        claim({ config: [{ opaque: opaque({ parameters: null }) }] }),
        'spec.devices.config[0].opaque.parameters: FieldValueRequired',
      ],
    },
  },
  'valid-extended-resource-name': {
    valid: {
      'one with a domain': deviceClass({ extendedResourceName: 'a.example/gpu' }),
      'any, which 1.35 drops': { manifest: deviceClass({ extendedResourceName: 'gpu' }), kubeVersion: '1.35' },
    },
    invalid: {
      'no domain': [deviceClass({ extendedResourceName: 'gpu' }), 'spec.extendedResourceName: FieldValueInvalid'],
      'of Kubernetes': [
        deviceClass({ extendedResourceName: 'kubernetes.io/gpu' }),
        'spec.extendedResourceName: FieldValueInvalid',
      ],
    },
  },
});
