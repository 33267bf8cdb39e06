import { csiVolumeSourceRules } from '../../../../lib/validation/rules/server/csi-volume-source';
import { pod } from '../../manifests';
import { testRules } from '../test-rules';

const csi = (source: object) => pod({ volumes: [{ name: 'data', csi: source }] });
const withSecret = (name?: string) => csi({ driver: 'd', nodePublishSecretRef: { name } });
const letters = (count: number) => 'a'.repeat(count);
const at = 'spec.volumes[0].csi';

testRules(csiVolumeSourceRules, {
  'valid-csi-volume-driver': {
    valid: { 'upper case': csi({ driver: 'CSI.Example.com' }), '63 letters': csi({ driver: letters(63) }) },
    invalid: {
      none: [csi({}), `${at}.driver: FieldValueRequired`],
      'none in 1.34': [
        { manifest: csi({}), kubeVersion: '1.34' },
        `${at}.driver: FieldValueRequired`,
        `${at}.driver: FieldValueInvalid`,
      ],
      '64 letters': [csi({ driver: letters(64) }), `${at}.driver: FieldValueTooLong`],
      'an underscore': [csi({ driver: 'my_driver' }), `${at}.driver: FieldValueInvalid`],
    },
  },
  'valid-csi-volume-secret': {
    valid: { none: csi({ driver: 'd' }), 'a subdomain': withSecret('my.secret') },
    invalid: {
      'no name': [withSecret(), `${at}.nodePublishSecretRef.name: FieldValueRequired`],
      'upper case': [withSecret('My_Secret'), `${at}.name: FieldValueInvalid`],
    },
  },
});
