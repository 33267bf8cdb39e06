import { dnsSubdomain } from '../../../kubernetes/formats';
import { invalid, required } from '../../finding';
import { defineRules } from '../../rule';
import { reportCSIDriverName } from './csi-driver-name';

const SOURCE = 'kubernetes pkg/apis/core/validation/validation.go validateCSIVolumeSource';

/** What a volume of a CSI driver must be, where the pod itself names the driver. */
export const csiVolumeSourceRules = defineRules([
  {
    id: 'valid-csi-volume-driver',
    summary: 'A CSI volume names its driver by a DNS subdomain of at most 63 bytes.',
    why: 'The kubelet finds the driver on the node by this name.',
    fix: 'Write the name of the CSIDriver, such as secrets-store.csi.k8s.io.',
    source: `${SOURCE}, ValidateCSIDriverName`,
    example: { bad: '{ driver: my_driver }', good: '{ driver: csi.example.com }' },
    visit: {
      csiVolumeSource({ driver = '' }, at, report, { minor }) {
        reportCSIDriverName(driver, at.child('driver'), report, minor);
      },
    },
  },
  {
    id: 'valid-csi-volume-secret',
    summary: 'The Secret of a CSI volume has a name, which is a DNS subdomain.',
    why: 'No Secret can have another name.',
    fix: 'Write the name of the Secret, or leave nodePublishSecretRef out.',
    source: SOURCE,
    example: {
      bad: '{ driver: csi.example.com, nodePublishSecretRef: {} }',
      good: '{ driver: csi.example.com, nodePublishSecretRef: { name: key } }',
    },
    visit: {
      csiVolumeSource({ nodePublishSecretRef }, at, report) {
        if (nodePublishSecretRef === undefined) return;
        const place = at.down('nodePublishSecretRef', 'name');
        const { name } = nodePublishSecretRef;
        if (!name) report(required(place));
        else for (const reason of dnsSubdomain(name)) report(invalid(at.child('name'), name, reason, { place }));
      },
    },
  },
]);
