import { limitRangeRules } from '../../../../lib/validation/rules/server/limit-range';
import { object } from '../../manifests';
import { testRules } from '../test-rules';

type Body = Record<string, unknown>;

const limits = (...items: Body[]) => object('v1', 'LimitRange', { spec: { limits: items } });
const container = (lists: Body) => limits({ type: 'Container', ...lists });
const pod = (lists: Body) => limits({ type: 'Pod', ...lists });
const claim = (lists: Body) => limits({ type: 'PersistentVolumeClaim', ...lists });
const AT = 'spec.limits[0]';

testRules(limitRangeRules, {
  'valid-limit-type': {
    valid: { Container: container({}), 'a slash': limits({ type: 'openshift.io/Image' }) },
    invalid: {
      'another case': [limits({ type: 'container' }), `${AT}.type: FieldValueInvalid`],
      none: [limits({}), `${AT}.type: FieldValueInvalid`, `${AT}.type: FieldValueInvalid`],
    },
  },
  'unique-limit-type': {
    valid: { 'one of each': limits({ type: 'Pod' }, { type: 'Container' }) },
    invalid: {
      twice: [limits({ type: 'Pod' }, { type: 'Pod' }), 'spec.limits[1].type: FieldValueDuplicate'],
    },
  },
  'valid-limit-resource': {
    valid: {
      'of containers': container({ max: { cpu: 1, 'hugepages-2Mi': '2Mi', 'example.com/gpu': 1 } }),
      'of claims': claim({ max: { storage: '1Gi', pods: 1 } }),
      'defaults of a Pod, which are refused as a whole': pod({ default: { gpu: 1 } }),
    },
    invalid: {
      'a quota name': [
        pod({ max: { pods: 1 }, min: { pods: 1 } }),
        `${AT}.max[pods]: FieldValueInvalid`,
        `${AT}.min[pods]: FieldValueInvalid`,
      ],
      'a maximum that becomes the defaults': [
        container({ max: { storage: 1 } }),
        `${AT}.max[storage]: FieldValueInvalid`,
        `${AT}.default[storage]: FieldValueInvalid`,
        `${AT}.defaultRequest[storage]: FieldValueInvalid`,
      ],
      'requests of a device': [
        pod({ max: { 'requests.example.com/gpu': 1 } }),
        `${AT}.max[requests.example.com/gpu]: FieldValueInvalid`,
      ],
    },
  },
  'no-pod-default': {
    valid: { empty: pod({ default: {} }), 'of a container': container({ default: { cpu: 1 } }) },
    invalid: {
      both: [
        pod({ default: { cpu: 1 }, defaultRequest: { cpu: 1 } }),
        `${AT}.default: FieldValueForbidden`,
        `${AT}.defaultRequest: FieldValueForbidden`,
      ],
    },
  },
  'require-claim-limit': {
    valid: { min: claim({ min: { storage: 1 } }), max: claim({ max: { storage: 1 } }) },
    invalid: { 'cpu alone': [claim({ max: { cpu: 1 } }), `${AT}.limits: FieldValueRequired`] },
  },
  'valid-limit-order': {
    valid: {
      equal: container({ min: { cpu: 1 }, defaultRequest: { cpu: 1 }, default: { cpu: 1 }, max: { cpu: '1000m' } }),
      'other resources': container({ min: { memory: '2Gi' }, max: { cpu: 1 } }),
    },
    invalid: {
      'min above max of a Pod': [pod({ min: { cpu: 2 }, max: { cpu: 1 } }), `${AT}.min[cpu]: FieldValueInvalid`],
      'min above max of a container, whose defaults are the two': [
        container({ min: { cpu: 2 }, max: { cpu: 1 } }),
        `${AT}.min[cpu]: FieldValueInvalid`,
        `${AT}.default[cpu]: FieldValueInvalid`,
        `${AT}.defaultRequest[cpu]: FieldValueInvalid`,
      ],
      'a request above the limit': [
        container({ defaultRequest: { memory: '2Gi' }, default: { memory: '1Gi' } }),
        `${AT}.defaultRequest[memory]: FieldValueInvalid`,
      ],
    },
  },
  'valid-limit-ratio': {
    valid: {
      one: pod({ maxLimitRequestRatio: { cpu: 1 } }),
      'max by min': pod({ min: { cpu: '500m' }, max: { cpu: 1 }, maxLimitRequestRatio: { cpu: 2 } }),
      'nothing as the minimum': pod({ min: { cpu: 0 }, max: { cpu: 1 }, maxLimitRequestRatio: { cpu: 9 } }),
    },
    invalid: {
      'less than one': [
        pod({ maxLimitRequestRatio: { cpu: '999m' } }),
        `${AT}.maxLimitRequestRatio[cpu]: FieldValueInvalid`,
      ],
      'more than max by min': [
        pod({ min: { memory: '1Gi' }, max: { memory: '2Gi' }, maxLimitRequestRatio: { memory: '2001m' } }),
        `${AT}.maxLimitRequestRatio[memory]: FieldValueInvalid`,
      ],
      'more than max by min, too large for thousandths': [
        pod({ min: { memory: '1Ei' }, max: { memory: '2Ei' }, maxLimitRequestRatio: { memory: 3 } }),
        `${AT}.maxLimitRequestRatio[memory]: FieldValueInvalid`,
      ],
    },
  },
  'no-limit-overcommit': {
    valid: {
      'equal amounts': container({
        default: { 'hugepages-2Mi': '4Mi' },
        defaultRequest: { 'hugepages-2Mi': '4096Ki' },
      }),
      'cpu may differ': container({ default: { cpu: 2 }, defaultRequest: { cpu: 1 } }),
    },
    invalid: {
      'another amount': [
        container({ default: { 'example.com/gpu': 2 }, defaultRequest: { 'example.com/gpu': 1 } }),
        `${AT}.defaultRequest[example.com/gpu]: FieldValueInvalid`,
      ],
      'a larger request': [
        claim({ max: { storage: 1 }, default: { 'hugepages-2Mi': '2Mi' }, defaultRequest: { 'hugepages-2Mi': '4Mi' } }),
        `${AT}.defaultRequest[hugepages-2Mi]: FieldValueInvalid`,
      ],
    },
  },
});
