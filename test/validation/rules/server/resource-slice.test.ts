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
  'valid-device-name': {
    valid: { 'a label': slice({ devices: [{ name: 'gpu-0' }] }) },
    invalid: { none: [slice({ devices: [{}] }), 'spec.devices[0].name: FieldValueInvalid'] },
  },
});
