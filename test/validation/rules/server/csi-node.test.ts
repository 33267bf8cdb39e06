import { csiNodeRules } from '../../../../lib/validation/rules/server/csi-node';
import { object } from '../../manifests';
import { testRules } from '../test-rules';

const node = (...drivers: object[]) => object('storage.k8s.io/v1', 'CSINode', { spec: { drivers } });
const driver = (body: object = {}) => ({ name: 'a.example', nodeID: 'n', ...body });
const capacity = (body: object) =>
  object('storage.k8s.io/v1', 'CSIStorageCapacity', { storageClassName: 'fast', ...body });
const DRIVER = 'spec.drivers[0]';

testRules(csiNodeRules, {
  'valid-csi-node-driver': {
    valid: {
      none: node(),
      two: node(driver({ allocatable: { count: 0 }, topologyKeys: ['a.example/zone'] }), driver({ name: 'b.example' })),
      'an ID of 256 bytes': node(driver({ nodeID: 'n'.repeat(256) })),
    },
    invalid: {
      'no name': [node(driver({ name: '' })), `${DRIVER}.name: FieldValueRequired`],
      'one twice': [node(driver(), driver()), 'spec.drivers[1].name: FieldValueDuplicate'],
      'no ID': [node(driver({ nodeID: '' })), `${DRIVER}.nodeID: FieldValueRequired`],
      'a long ID': [node(driver({ nodeID: 'n'.repeat(257) })), `${DRIVER}.nodeID: FieldValueInvalid`],
      'less than no volumes': [
        node(driver({ allocatable: { count: -1 } })),
        `${DRIVER}.allocatable.count: FieldValueInvalid`,
      ],
      'a key without a name': [
        node(driver({ topologyKeys: [''] })),
        `${DRIVER}: FieldValueRequired`,
        ...['name part', 'characters'].map(() => `${DRIVER}: FieldValueInvalid`),
      ],
      'a key twice': [node(driver({ topologyKeys: ['zone', 'zone'] })), `${DRIVER}: FieldValueDuplicate`],
    },
  },
  'valid-csi-storage-capacity': {
    valid: { 'no capacity': capacity({}), 'none left': capacity({ capacity: 0 }) },
    invalid: {
      'no class': [capacity({ storageClassName: '' }), 'storageClassName: FieldValueInvalid'],
      'less than none': [capacity({ capacity: '-1Gi' }), 'capacity: FieldValueInvalid'],
    },
  },
});
