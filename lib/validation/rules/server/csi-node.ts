import { byteLength, dnsSubdomain, qualifiedName } from '../../../kubernetes/formats';
import { parseQuantity } from '../../../kubernetes/quantity';
import { duplicate, invalid, required } from '../../finding';
import { defineRules } from '../../rule';
import { reportCSIDriverName } from './csi-driver-name';

const LONGEST_NODE_ID = 256;
const SOURCE = 'kubernetes pkg/apis/storage/validation/validation.go';

/** What CSI drivers say of the nodes on which they run. */
export const csiNodeRules = defineRules([
  {
    id: 'valid-csi-node-driver',
    summary: 'A driver of a CSINode has a name of its own and a node ID, and each topology key once.',
    why: 'The driver knows the node by this ID, and puts volumes where the labels of these keys allow.',
    fix: 'Write name and nodeID as the driver reports them.',
    source: `${SOURCE} validateCSINodeDriver, validateCSINodeDriverNodeID, validateCSINodeDriverAllocatable`,
    example: {
      bad: 'spec: { drivers: [{ name: ebs.csi.aws.com }] }',
      good: 'spec: { drivers: [{ name: ebs.csi.aws.com, nodeID: i-1 }] }',
    },
    visit: {
      CSINode({ spec }, at, report, { minor }) {
        const names = new Set<string>();
        spec?.drivers?.forEach(({ name = '', nodeID = '', allocatable, topologyKeys = [] }, index) => {
          const field = at.down('spec', 'drivers').index(index);
          reportCSIDriverName(name, field.child('name'), report, minor);
          if (names.has(name)) report(duplicate(field.child('name'), name));
          names.add(name);
          if (nodeID === '') report(required(field.child('nodeID')));
          if (byteLength(nodeID) > LONGEST_NODE_ID)
            report(invalid(field.child('nodeID'), nodeID, `must be no more than ${LONGEST_NODE_ID} bytes`));
          const { count = 0 } = allocatable ?? {};
          if (count < 0) report(invalid(field.down('allocatable', 'count'), count, 'must not be negative'));
          const keys = new Set<string>();
          topologyKeys.forEach((key, position) => {
            const place = field.child('topologyKeys').index(position);
            if (key === '') report(required(field, '', { place }));
            if (keys.has(key)) report(duplicate(field, key, { place }));
            keys.add(key);
            for (const reason of qualifiedName(key)) report(invalid(field, key, reason, { place }));
          });
        });
      },
    },
  },
  {
    id: 'valid-csi-storage-capacity',
    summary: 'A CSIStorageCapacity names a StorageClass, and its capacity is not negative.',
    why: 'The scheduler compares it with what the claims of that class ask for.',
    fix: 'Write storageClassName, and capacity as an amount of bytes: 100Gi.',
    source: `${SOURCE} ValidateCSIStorageCapacity`,
    example: { bad: 'capacity: 100Gi', good: 'storageClassName: fast\ncapacity: 100Gi' },
    visit: {
      CSIStorageCapacity({ storageClassName: name = '', capacity }, at, report) {
        for (const reason of dnsSubdomain(name)) report(invalid(at.child('storageClassName'), name, reason));
        if (capacity !== undefined && (parseQuantity(capacity)?.nano ?? 0n) < 0n)
          report(invalid(at.child('capacity'), capacity, 'must not be negative'));
      },
    },
  },
]);
