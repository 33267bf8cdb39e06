import { resourceRequirementsRules } from '../../../../lib/validation/rules/server/resource-requirements';
import { validate } from '../../../../lib/validation/validate';
import { deployment, pod, podTemplate, podWithContainer } from '../../manifests';
import { testRules } from '../test-rules';

const withResources = (resources: object) => podWithContainer({ resources });
const inTemplate = (resources: object, spec: object = {}) =>
  deployment({ template: podTemplate({ containers: [{ name: 'app', image: 'a', resources }], ...spec }) });
const limits = (amounts: object) => inTemplate({ limits: amounts });
const requests = (amounts: object) => inTemplate({ requests: amounts });
const at = 'spec.template.spec.containers[0].resources';

testRules(resourceRequirementsRules, {
  'valid-resource-name': {
    valid: {
      'of Kubernetes itself': limits({ cpu: 1, memory: 1, 'ephemeral-storage': 1, 'hugepages-1Gi': 0 }),
      extended: limits({ 'example.com/Gpu_1': 1 }),
      'native with a slash': limits({ 'example.kubernetes.io/requests.a': 1 }),
    },
    invalid: {
      'without a domain': [limits({ gpu: 1 }), `${at}.limits[gpu]: FieldValueInvalid`],
      'of claims': [requests({ storage: 1 }), `${at}.requests[storage]: FieldValueInvalid`],
      'an extended resource that begins with requests.': [
        limits({ 'requests.example.com/gpu': 1 }),
        `${at}.limits[requests.example.com/gpu]: FieldValueInvalid`,
      ],
      'not qualified': [limits({ 'a b': 1 }), `${at}.limits[a b]: FieldValueInvalid`],
      'a limit of a Pod, which is requested too': [
        withResources({ limits: { gpu: 1 } }),
        'spec.containers[0].resources.limits[gpu]: FieldValueInvalid',
        'spec.containers[0].resources.requests[gpu]: FieldValueInvalid',
      ],
      overhead: [
        inTemplate({}, { overhead: { disk: 1 } }),
        'spec.template.spec.overhead.limits[disk]: FieldValueInvalid',
      ],
    },
  },
  'valid-resource-amount': {
    valid: { zero: limits({ cpu: '0', memory: '-0' }), 'a fraction of cpu': limits({ cpu: '0.5' }) },
    invalid: {
      negative: [requests({ cpu: '-1m' }), `${at}.requests[cpu]: FieldValueInvalid`],
      'a fraction of a device': [limits({ 'a.b/c': '1.5' }), `${at}.limits[a.b/c]: FieldValueInvalid`],
      'of the whole pod': [
        inTemplate({}, { resources: { limits: { cpu: '-1' } } }),
        'spec.template.spec.resources.limits[cpu]: FieldValueInvalid',
      ],
      overhead: [
        inTemplate({}, { overhead: { cpu: '-1' } }),
        'spec.template.spec.overhead.limits[cpu]: FieldValueInvalid',
      ],
    },
  },
  'valid-resource-request': {
    valid: {
      'equal in other notation': withResources({ requests: { memory: '1Ki' }, limits: { memory: 1024 } }),
      'no limit of the same name': withResources({ requests: { cpu: 2 }, limits: { memory: 1 } }),
      'native with a slash': withResources({
        requests: { 'a.kubernetes.io/b': 1 },
        limits: { 'a.kubernetes.io/b': 2 },
      }),
    },
    invalid: {
      'above its limit': [
        withResources({ requests: { cpu: '1001m' }, limits: { cpu: 1 } }),
        'spec.containers[0].resources.requests: FieldValueInvalid',
      ],
      'of a device, below its limit': [
        inTemplate({ requests: { 'a.b/c': 1 }, limits: { 'a.b/c': 2 } }),
        `${at}.requests: FieldValueInvalid`,
      ],
      'of huge pages, below its limit': [
        inTemplate({ requests: { cpu: 1, 'hugepages-2Mi': '2Mi' }, limits: { 'hugepages-2Mi': '4Mi' } }),
        `${at}.requests: FieldValueInvalid`,
      ],
    },
  },
  'require-resource-limit': {
    valid: { 'a request of memory': requests({ memory: 1 }), 'a limit alone': limits({ 'a.b/c': 1 }) },
    invalid: {
      'of a device': [requests({ 'a.b/c': 1 }), `${at}.limits: FieldValueRequired`],
      'of huge pages': [requests({ cpu: 1, 'hugepages-2Mi': '2Mi' }), `${at}.limits: FieldValueRequired`],
    },
  },
  'valid-huge-pages': {
    valid: { zero: limits({ cpu: 1, 'hugepages-2Mi': 0 }), 'a plain size': limits({ cpu: 1, 'hugepages-3': 9 }) },
    invalid: {
      'half a page': [limits({ cpu: 1, 'hugepages-2Mi': '3Mi' }), `${at}.limits[hugepages-2Mi]: FieldValueInvalid`],
      'no size': [limits({ cpu: 1, 'hugepages-x': 1 }), `${at}.limits[hugepages-x]: FieldValueInvalid`],
      'a size of zero': [limits({ cpu: 1, 'hugepages-0': 0 }), `${at}.limits[hugepages-0]: FieldValueInvalid`],
    },
  },
  'no-huge-pages-alone': {
    valid: {
      'with a request of memory': inTemplate({ requests: { memory: 1 }, limits: { 'hugepages-2Mi': '2Mi' } }),
      'no huge pages': pod(),
    },
    invalid: {
      alone: [limits({ 'hugepages-2Mi': '2Mi', 'ephemeral-storage': 1 }), `${at}: FieldValueForbidden`],
      overhead: [
        inTemplate({}, { overhead: { 'hugepages-2Mi': '2Mi' } }),
        'spec.template.spec.overhead: FieldValueForbidden',
      ],
    },
  },
});

test.each([
  ['cpu', '2', 'Lower the request, or raise the limit.'],
  ['example.com/gpu', '2', 'Write the same amount in both, or the limit alone.'],
  ['example.com/gpu', '0', 'Write the same amount in both, or the limit alone.'],
])('the remedy for a limit of 1 and a request of %s: %s', (name, request, fix) => {
  const [diagnostic] = validate([withResources({ limits: { [name]: '1' }, requests: { [name]: request } })]);
  expect(diagnostic?.fix).toBe(fix);
});
