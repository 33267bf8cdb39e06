import { fcVolumeSourceRules } from '../../../../lib/validation/rules/server/fc-volume-source';
import { pod } from '../../manifests';
import { testRules } from '../test-rules';

const fc = (source: object) => pod({ volumes: [{ name: 'data', fc: source }] });
const targetWWNs = ['50060e801049cfd1'];
const wwids = ['3600508b400105e210000900000490000'];
const at = 'spec.volumes[0].fc';

testRules(fcVolumeSourceRules, {
  'valid-fc-target': {
    valid: { targetWWNs: fc({ targetWWNs, lun: 0 }), wwids: fc({ wwids }) },
    invalid: {
      none: [fc({ targetWWNs: [] }), `${at}.targetWWNs: FieldValueRequired`],
      both: [fc({ targetWWNs, wwids, lun: 0 }), `${at}.targetWWNs: FieldValueInvalid`],
    },
  },
  'valid-fc-lun': {
    valid: {
      zero: fc({ targetWWNs, lun: 0 }),
      largest: fc({ targetWWNs, lun: 255 }),
      'any with wwids': fc({ wwids, lun: 999 }),
    },
    invalid: {
      none: [fc({ targetWWNs }), `${at}.lun: FieldValueRequired`],
      'one more': [fc({ targetWWNs, lun: 256 }), `${at}.lun: FieldValueInvalid`],
      negative: [fc({ targetWWNs, lun: -1 }), `${at}.lun: FieldValueInvalid`],
    },
  },
});
