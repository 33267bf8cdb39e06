import { byteLength } from '../../../kubernetes/formats';
import { invalid, required } from '../../finding';
import { defineRules } from '../../rule';
import { surplusVolumeSources } from '../../volume-sources';

const SOURCE = 'kubernetes pkg/apis/core/validation/validation.go';
const LARGEST_LUN = 255;
const LONGEST_NAME = 64;
const FORMS: Readonly<Record<string, RegExp>> = {
  iqn: /iqn\.\d{4}-\d{2}\.([A-Za-z0-9.-]+)(:[^,;*&$|\t\n\f\r ]+)$/,
  eui: /^eui.[A-Za-z0-9]{16}$/,
  naa: /^naa.[A-Za-z0-9]{32}$/,
};
const TARGET = '{ targetPortal: "10.0.0.1:3260", iqn: "iqn.2001-04.com.example:disk" }';

/** What a volume of an iSCSI target must be. */
export const iscsiVolumeSourceRules = defineRules([
  {
    id: 'valid-iscsi-name',
    summary: 'The names of an iSCSI target and initiator have one of the three forms iqn, eui and naa.',
    why: 'Other names do not exist in the iSCSI protocol.',
    fix: 'Write a name such as iqn.2001-04.com.example:storage.disk1.',
    source: `${SOURCE} validateISCSIVolumeSource`,
    example: { bad: '{ targetPortal: "10.0.0.1:3260", iqn: disk }', good: TARGET },
    visit: {
      iscsiVolumeSource({ iqn, initiatorName }, at, report) {
        const detail = 'must be an iqn., eui. or naa. name';
        if (iqn && !isName(iqn)) report(invalid(at.child('iqn'), iqn, detail));
        if (initiatorName !== undefined && !isName(initiatorName))
          report(invalid(at.child('initiatorName').misnamed('initiatorname'), initiatorName, detail));
      },
    },
  },
  {
    id: 'valid-iscsi-lun',
    summary: 'The lun of an iSCSI target is a number from 0 to 255.',
    why: 'A target has no other units.',
    fix: 'Write the number of the unit.',
    source: `${SOURCE} validateISCSIVolumeSource`,
    example: { bad: '{ targetPortal: "10.0.0.1:3260", iqn: "iqn.2001-04.com.example:disk", lun: 256 }', good: TARGET },
    visit: {
      iscsiVolumeSource({ lun = 0 }, at, report) {
        if (lun < 0 || lun > LARGEST_LUN) report(invalid(at.child('lun'), lun, `must be between 0 and ${LARGEST_LUN}`));
      },
    },
  },
  {
    id: 'require-iscsi-secret',
    summary: 'An iSCSI volume with CHAP refers to the Secret that holds the passwords.',
    why: 'CHAP authenticates with a user name and a password.',
    fix: 'Write secretRef, or leave chapAuthDiscovery and chapAuthSession out.',
    source: `${SOURCE} validateISCSIVolumeSource`,
    example: {
      bad: '{ targetPortal: "10.0.0.1:3260", iqn: "iqn.2001-04.com.example:disk", chapAuthSession: true }',
      good: TARGET,
    },
    visit: {
      iscsiVolumeSource({ chapAuthDiscovery, chapAuthSession, secretRef }, at, report) {
        if ((chapAuthDiscovery || chapAuthSession) && !secretRef) report(required(at.child('secretRef')));
      },
    },
  },
  {
    id: 'valid-iscsi-volume-name-length',
    summary:
      'The name of a volume, a colon and the portal of its iSCSI target have at most 64 bytes where an initiatorName is given.',
    why: 'Both become the name of an interface of the node.',
    fix: 'Shorten the name of the volume.',
    source: `${SOURCE} validateVolumeSource, validateISCSIPersistentVolumeSource`,
    example: {
      bad: `{ name: ${'data'.repeat(15)}, iscsi: { targetPortal: "10.0.0.1:3260", iqn: "iqn.2001-04.com.example:disk", initiatorName: "iqn.2001-04.com.example:node" } }`,
      good: '{ name: data, iscsi: { targetPortal: "10.0.0.1:3260", iqn: "iqn.2001-04.com.example:disk", initiatorName: "iqn.2001-04.com.example:node" } }',
    },
    visit: {
      volume({ name = '', iscsi }, at, report) {
        if (iscsi?.initiatorName === undefined || fits(name, iscsi.targetPortal)) return;
        report(invalid(at.child('name'), name, TOO_LONG));
      },
      PersistentVolume({ metadata, spec }, at, report) {
        const iscsi = spec?.iscsi;
        if (iscsi?.initiatorName === undefined || fits(metadata?.name ?? '', iscsi.targetPortal)) return;
        if (spec && surplusVolumeSources(spec).includes('iscsi')) return;
        const field = at.down('spec', 'iscsi', 'targetPortal').misnamed('targetportal');
        report(invalid(field, iscsi.targetPortal, TOO_LONG));
      },
    },
  },
]);

const TOO_LONG = `name and targetPortal may have at most ${LONGEST_NAME} bytes together`;

function fits(name: string, targetPortal = ''): boolean {
  return byteLength(`${name}:${targetPortal}`) <= LONGEST_NAME;
}

function isName(text: string): boolean {
  return FORMS[text.slice(0, 3)]?.test(text) ?? false;
}
