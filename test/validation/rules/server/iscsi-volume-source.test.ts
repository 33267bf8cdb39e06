import { iscsiVolumeSourceRules } from '../../../../lib/validation/rules/server/iscsi-volume-source';
import { object, pod } from '../../manifests';
import { testRules } from '../test-rules';

const target = { targetPortal: '10.0.0.1:3260', iqn: 'iqn.2001-04.com.example:disk' };
const initiatorName = 'iqn.2001-04.com.example:node';
const iscsi = (source: object, name = 'data', volume = {}) =>
  pod({ volumes: [{ name, iscsi: { ...target, ...source }, ...volume }] });
const persistent = (name: string, spec = {}) =>
  object('v1', 'PersistentVolume', { metadata: { name }, spec: { iscsi: { ...target, initiatorName }, ...spec } });
const at = 'spec.volumes[0].iscsi';
const letters = (count: number) => 'a'.repeat(count);

testRules(iscsiVolumeSourceRules, {
  'valid-iscsi-name': {
    valid: {
      iqn: iscsi({}),
      'iqn with something before it': iscsi({ iqn: 'iqn-iqn.2001-04.com.example:disk' }),
      eui: iscsi({ iqn: `eui.${letters(16)}` }),
      naa: iscsi({ iqn: `naa.${letters(32)}` }),
    },
    invalid: {
      'another form': [iscsi({ iqn: 'disk' }), `${at}.iqn: FieldValueInvalid`],
      'iqn without a name': [iscsi({ iqn: 'iqn.2001-04.com.example' }), `${at}.iqn: FieldValueInvalid`],
      'eui too long': [iscsi({ iqn: `eui.${letters(17)}` }), `${at}.iqn: FieldValueInvalid`],
      initiator: [iscsi({ initiatorName: '' }), `${at}.initiatorname: FieldValueInvalid`],
    },
  },
  'valid-iscsi-lun': {
    valid: { none: iscsi({}), largest: iscsi({ lun: 255 }) },
    invalid: {
      'one more': [iscsi({ lun: 256 }), `${at}.lun: FieldValueInvalid`],
      negative: [iscsi({ lun: -1 }), `${at}.lun: FieldValueInvalid`],
    },
  },
  'require-iscsi-secret': {
    valid: { 'no CHAP': iscsi({}), 'a secret': iscsi({ chapAuthSession: true, secretRef: { name: 'key' } }) },
    invalid: {
      session: [iscsi({ chapAuthSession: true }), `${at}.secretRef: FieldValueRequired`],
      discovery: [iscsi({ chapAuthDiscovery: true }), `${at}.secretRef: FieldValueRequired`],
    },
  },
  'valid-iscsi-volume-name-length': {
    valid: {
      '64 bytes': iscsi({ initiatorName }, letters(50)),
      'no initiator': iscsi({}, letters(63)),
      'a PersistentVolume of 64 bytes': persistent(letters(50)),
      'a second source of a PersistentVolume': persistent(letters(51), { hostPath: { path: '/data' } }),
    },
    invalid: {
      '65 bytes': [iscsi({ initiatorName }, letters(51)), 'spec.volumes[0].name: FieldValueInvalid'],
      '65 bytes in a second source': [
        iscsi({ initiatorName }, letters(51), { emptyDir: {} }),
        'spec.volumes[0].name: FieldValueInvalid',
      ],
      'a PersistentVolume': [persistent(letters(51)), 'spec.iscsi.targetportal: FieldValueInvalid'],
    },
  },
});
