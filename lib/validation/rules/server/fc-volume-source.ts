import { invalid, required } from '../../finding';
import { defineRules } from '../../rule';

const SOURCE = 'kubernetes pkg/apis/core/validation/validation.go validateFCVolumeSource';
const LARGEST_LUN = 255;

/** What a Fibre Channel volume must be. */
export const fcVolumeSourceRules = defineRules([
  {
    id: 'valid-fc-target',
    summary: 'A Fibre Channel volume names its disk either by targetWWNs or by wwids.',
    why: 'Both are complete names of a disk.',
    fix: 'Write targetWWNs with lun, or wwids.',
    source: SOURCE,
    example: { bad: '{ fsType: ext4 }', good: '{ wwids: ["3600508b400105e210000900000490000"] }' },
    visit: {
      fcVolumeSource({ targetWWNs = [], wwids = [] }, at, report) {
        const field = at.child('targetWWNs');
        if (targetWWNs.length === 0 && wwids.length === 0) report(required(field, 'give targetWWNs or wwids'));
        else if (targetWWNs.length > 0 && wwids.length > 0)
          report(invalid(field, targetWWNs, 'may not be given beside wwids'));
      },
    },
  },
  {
    id: 'valid-fc-lun',
    summary: 'A Fibre Channel volume with targetWWNs has a lun from 0 to 255.',
    why: 'The target has several units, of which the volume is one.',
    fix: 'Write the number of the unit.',
    source: SOURCE,
    example: { bad: '{ targetWWNs: ["50060e801049cfd1"] }', good: '{ targetWWNs: ["50060e801049cfd1"], lun: 0 }' },
    visit: {
      fcVolumeSource({ targetWWNs = [], lun }, at, report) {
        if (targetWWNs.length === 0) return;
        if (lun === undefined) report(required(at.child('lun'), 'targetWWNs need it'));
        else if (lun < 0 || lun > LARGEST_LUN)
          report(invalid(at.child('lun'), lun, `must be between 0 and ${LARGEST_LUN}`));
      },
    },
  },
]);
