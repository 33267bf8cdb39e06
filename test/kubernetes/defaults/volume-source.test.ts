import { defaulted, defaultedPodSpec } from './defaulted';

const iscsi = { targetPortal: 't', iqn: 'i', lun: 0 };
const rbd = { monitors: ['m'], image: 'i' };
const scaleIO = { gateway: 'g', system: 's', secretRef: { name: 's' } };
const azureDisk = { diskName: 'd', diskURI: 'u' };

describe.each<[string, (volume: object) => unknown]>([
  ['a volume', (volume) => (defaultedPodSpec({ volumes: [{ name: 'v', ...volume }] }).volumes as object[])[0]],
  ['a PersistentVolume', (spec) => defaulted({ apiVersion: 'v1', kind: 'PersistentVolume', spec }).spec],
])('the sources of %s', (_, filled) => {
  test.each<[string, object, object]>([
    ['hostPath has no type', { hostPath: { path: '/p' } }, { hostPath: { path: '/p', type: '' } }],
    ['hostPath keeps its type', { hostPath: { path: '/p', type: 'File' } }, { hostPath: { path: '/p', type: 'File' } }],
    ['iscsi goes through the default interface', { iscsi }, { iscsi: { ...iscsi, iscsiInterface: 'default' } }],
    [
      'rbd is read by admin from the pool rbd',
      { rbd },
      { rbd: { ...rbd, pool: 'rbd', user: 'admin', keyring: '/etc/ceph/keyring' } },
    ],
    [
      'azureDisk is shared, cached and ext4',
      { azureDisk },
      { azureDisk: { ...azureDisk, cachingMode: 'ReadWrite', fsType: 'ext4', readOnly: false, kind: 'Shared' } },
    ],
    [
      'azureDisk keeps empty text, which is set',
      { azureDisk: { ...azureDisk, kind: '' } },
      { azureDisk: { kind: '' } },
    ],
    [
      'scaleIO is thin and xfs',
      { scaleIO },
      { scaleIO: { ...scaleIO, storageMode: 'ThinProvisioned', fsType: 'xfs' } },
    ],
  ])('%s', (_name, source, expected) => {
    expect(filled(source)).toMatchObject(expected);
  });
});
