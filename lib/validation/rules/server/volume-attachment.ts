import { dnsSubdomain } from '../../../kubernetes/formats';
import { forbidden, invalid, required } from '../../finding';
import { defineRules } from '../../rule';
import { reportCSIDriverName } from './csi-driver-name';

const SOURCE = 'kubernetes pkg/apis/storage/validation/validation.go';
const ONE = 'exactly one of inlineVolumeSpec and persistentVolumeName is required';
const GOOD = 'spec: { attacher: ebs.csi.aws.com, nodeName: node-1, source: { persistentVolumeName: data } }';

/** That a volume is to be attached to a node. */
export const volumeAttachmentRules = defineRules([
  {
    id: 'valid-volume-attachment',
    summary: 'A VolumeAttachment names the driver that attaches, one volume and a node.',
    why: 'The driver is told to attach that volume to that node.',
    fix: 'Write attacher, source.persistentVolumeName and nodeName.',
    source: `${SOURCE} ValidateVolumeAttachment, ValidateVolumeAttachmentV1`,
    example: { bad: GOOD.replace('nodeName: node-1, ', ''), good: GOOD },
    visit: {
      VolumeAttachment({ spec = {} }, at, report, { minor }) {
        const { attacher = '', nodeName = '', source = {} } = spec;
        const { inlineVolumeSpec, persistentVolumeName: name } = source;
        reportCSIDriverName(attacher, at.down('spec', 'attacher'), report, minor);
        const field = at.down('spec', 'source');
        if (inlineVolumeSpec === undefined && name === undefined) report(required(field, ONE));
        if (inlineVolumeSpec !== undefined && name !== undefined) report(forbidden(field, ONE));
        const nameField = field.child('persistentVolumeName');
        if (name === '' && inlineVolumeSpec === undefined) report(required(nameField, 'must not be empty'));
        if (name !== undefined) for (const reason of dnsSubdomain(name)) report(invalid(nameField, name, reason));
        for (const reason of dnsSubdomain(nodeName)) report(invalid(at.down('spec', 'nodeName'), nodeName, reason));
      },
    },
  },
]);
