import { deviceRequestRules } from '../../../../lib/validation/rules/server/device-request';
import { object } from '../../manifests';
import { testRules } from '../test-rules';

const claim = (...requests: object[]) =>
  object('resource.k8s.io/v1', 'ResourceClaim', { spec: { devices: { requests } } });
const template = (...requests: object[]) =>
  object('resource.k8s.io/v1', 'ResourceClaimTemplate', { spec: { spec: { devices: { requests } } } });
const exactly = (body: object = {}) => ({ deviceClassName: 'gpu.example.com', ...body });
const request = (name: string, body: object = { exactly: exactly() }) => ({ name, ...body });
const many = (count: number, make: (name: string) => object) =>
  Array.from({ length: count }, (_item, index) => make(`gpu-${index}`));
const alternative = (name: string) => ({ name, ...exactly() });
const REQUEST = 'spec.devices.requests[0]';

testRules(deviceRequestRules, {
  'valid-device-request-count': {
    valid: {
      none: claim(),
      '32 requests': claim(...many(32, request)),
      '8 alternatives': claim(request('gpu', { firstAvailable: many(8, alternative) })),
    },
    invalid: {
      '33 requests': [claim(...many(33, request)), 'spec.devices.requests: FieldValueTooMany'],
      '33 constraints and configs': [
        object('resource.k8s.io/v1', 'ResourceClaim', {
          spec: { devices: { constraints: many(33, () => ({})), config: many(33, () => ({})) } },
        }),
        'spec.devices.config: FieldValueTooMany',
        'spec.devices.constraints: FieldValueTooMany',
      ],
      '33 selectors': [
        claim(request('gpu', { exactly: exactly({ selectors: many(33, () => ({})) }) })),
        `${REQUEST}.exactly.selectors: FieldValueTooMany`,
      ],
      '33 selectors of a class': [
        object('resource.k8s.io/v1', 'DeviceClass', { spec: { selectors: many(33, () => ({})) } }),
        'spec.selectors: FieldValueTooMany',
      ],
      '9 alternatives': [
        claim(request('gpu', { firstAvailable: many(9, alternative) })),
        `${REQUEST}.firstAvailable: FieldValueTooMany`,
      ],
    },
  },
  'valid-device-request-name': {
    valid: { two: claim(request('gpu'), request('nic')) },
    invalid: {
      none: [claim({ exactly: exactly() }), `${REQUEST}.name: FieldValueInvalid`],
      'no label': [claim(request('GPU')), `${REQUEST}.name: FieldValueInvalid`],
      'one twice': [claim(request('gpu'), request('gpu')), 'spec.devices.requests[1]: FieldValueDuplicate'],
      'one twice, until 1.34': [
        { manifest: claim(request('gpu'), request('gpu')), kubeVersion: '1.34' },
        'spec.devices.requests[1].name: FieldValueDuplicate',
      ],
      'an alternative without': [
        template(request('gpu', { firstAvailable: [exactly()] })),
        'spec.spec.devices.requests[0].firstAvailable[0].name: FieldValueInvalid',
      ],
    },
  },
  'valid-device-request': {
    valid: { alternatives: claim(request('gpu', { firstAvailable: [alternative('big')] })) },
    invalid: {
      neither: [claim(request('gpu', {})), `${REQUEST}: FieldValueRequired`],
      both: [
        claim(request('gpu', { exactly: exactly(), firstAvailable: [alternative('big')] })),
        `${REQUEST}: FieldValueInvalid`,
      ],
    },
  },
  'valid-device-class-name': {
    valid: { named: claim(request('gpu')) },
    invalid: {
      none: [claim(request('gpu', { exactly: {} })), `${REQUEST}.exactly.deviceClassName: FieldValueRequired`],
      'no subdomain': [
        claim(request('gpu', { firstAvailable: [{ name: 'big', deviceClassName: 'GPU' }] })),
        `${REQUEST}.firstAvailable[0].deviceClassName: FieldValueInvalid`,
      ],
    },
  },
  'valid-device-allocation': {
    valid: {
      'neither, which is one device': claim(request('gpu')),
      'a count': claim(request('gpu', { exactly: exactly({ count: 2 }) })),
      all: claim(request('gpu', { exactly: exactly({ allocationMode: 'All' }) })),
    },
    invalid: {
      'another word': [
        claim(request('gpu', { exactly: exactly({ allocationMode: 'Some' }) })),
        `${REQUEST}.exactly.allocationMode: FieldValueNotSupported`,
      ],
      'all of two': [
        claim(request('gpu', { exactly: exactly({ allocationMode: 'All', count: 2 }) })),
        `${REQUEST}.exactly.count: FieldValueInvalid`,
      ],
      'less than none': [
        claim(request('gpu', { exactly: exactly({ count: -1 }) })),
        `${REQUEST}.exactly.count: FieldValueInvalid`,
      ],
    },
  },
});
