import { resourceSliceRules } from '../../../../lib/validation/rules/server/resource-slice';
import { object } from '../../manifests';
import { testRules } from '../test-rules';

const pool = (body: object = {}) => ({ name: 'node-1', resourceSliceCount: 1, ...body });
const slice = (spec: object = {}) =>
  object('resource.k8s.io/v1', 'ResourceSlice', {
    spec: { driver: 'a.example', pool: pool(), nodeName: 'n', ...spec },
  });
const term = { matchExpressions: [{ key: 'a', operator: 'Exists' }] };
const reached = (spec: object) => slice({ nodeName: null, ...spec });

const many = (count: number) => Array.from({ length: count }, (_item, index) => ({ name: `gpu-${index}` }));
const described = (attributes: object) => slice({ devices: [{ name: 'gpu', attributes }] });
const tainted = (taint: object) => slice({ devices: [{ name: 'gpu', taints: [taint] }] });
const DEVICE = 'spec.devices[0]';

testRules(resourceSliceRules, {
  'valid-resource-pool': {
    valid: { 'a pool': slice(), 'a name with slashes': slice({ pool: pool({ name: 'a/b' }) }) },
    invalid: {
      'no driver': [slice({ driver: '' }), 'spec.driver: FieldValueRequired'],
      'no name': [slice({ pool: pool({ name: '' }) }), 'spec.pool.name: FieldValueRequired'],
      'a name in capitals': [slice({ pool: pool({ name: 'A' }) }), 'spec.pool.name: FieldValueInvalid'],
      'a long name': [
        slice({ pool: pool({ name: `${'a'.repeat(126)}/${'a'.repeat(127)}` }) }),
        'spec.pool.name: FieldValueTooLong',
      ],
      'no slices': [
        slice({ pool: pool({ resourceSliceCount: 0 }) }),
        'spec.pool.resourceSliceCount: FieldValueInvalid',
      ],
      'before the first': [slice({ pool: pool({ generation: -1 }) }), 'spec.pool.generation: FieldValueInvalid'],
    },
  },
  'valid-resource-slice-nodes': {
    valid: {
      'a node': slice(),
      'some nodes': reached({ nodeSelector: { nodeSelectorTerms: [term] } }),
      'all nodes': reached({ allNodes: true }),
      'the nodes of each device': reached({ perDeviceNodeSelection: true }),
    },
    invalid: {
      none: [reached({}), 'spec: FieldValueRequired'],
      two: [slice({ allNodes: true }), 'spec: FieldValueInvalid'],
      'no name': [slice({ nodeName: '' }), 'spec: FieldValueRequired', 'spec.nodeName: FieldValueInvalid'],
      'not all': [slice({ allNodes: false }), 'spec.allNodes: FieldValueInvalid'],
      'two terms': [
        reached({ nodeSelector: { nodeSelectorTerms: [term, term] } }),
        'spec.nodeSelector.nodeSelectorTerms: FieldValueInvalid',
      ],
      'the nodes of each device, which 1.35 drops': [
        { manifest: reached({ perDeviceNodeSelection: true }), kubeVersion: '1.35' },
        'spec: FieldValueRequired',
      ],
    },
  },
  'valid-device': {
    valid: { 'a label': slice({ devices: [{ name: 'gpu-0' }] }), '128': slice({ devices: many(128) }) },
    invalid: {
      'no name': [slice({ devices: [{}] }), 'spec.devices[0].name: FieldValueInvalid'],
      'one twice': [slice({ devices: [{ name: 'a' }, { name: 'a' }] }), 'spec.devices[1]: FieldValueDuplicate'],
      '129': [slice({ devices: many(129) }), 'spec.devices: FieldValueTooMany'],
    },
  },
  'valid-device-attribute': {
    valid: {
      'one of each': described({
        a: { bool: false },
        b: { int: 1 },
        c: { string: '' },
        d: { version: '1.2.3-rc.1+b' },
      }),
    },
    invalid: {
      two: [described({ a: { int: 1, string: 'x' } }), `${DEVICE}.attributes[a]: FieldValueInvalid`],
      'a version of two parts': [
        described({ a: { version: '1.2' } }),
        `${DEVICE}.attributes[a].version: FieldValueInvalid`,
      ],
      'a long text': [
        described({ a: { string: 'x'.repeat(65) } }),
        `${DEVICE}.attributes[a].string: FieldValueTooLong`,
      ],
    },
  },
  'valid-device-taint': {
    valid: {
      'a taint': tainted({ key: 'a.example/broken', value: 'fan', effect: 'NoSchedule' }),
      'any, which 1.35 drops': { manifest: tainted({}), kubeVersion: '1.35' },
    },
    invalid: {
      'no effect': [tainted({ key: 'a' }), `${DEVICE}.taints[0].effect: FieldValueRequired`],
      'another effect': [tainted({ key: 'a', effect: 'Evict' }), `${DEVICE}.taints[0].effect: FieldValueNotSupported`],
      spaces: [
        tainted({ key: 'a b', value: 'c d', effect: 'None' }),
        `${DEVICE}.taints[0].key: FieldValueInvalid`,
        `${DEVICE}.taints[0].value: FieldValueInvalid`,
      ],
    },
  },
});
