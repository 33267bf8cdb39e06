import { diskVolumeSourceRules } from '../../../../lib/validation/rules/server/disk-volume-source';
import { validate } from '../../../../lib/validation/validate';
import { pod } from '../../manifests';
import { testRules } from '../test-rules';

const volume = (source: object) => pod({ volumes: [{ name: 'data', ...source }] });
const aws = (partition: number) => volume({ awsElasticBlockStore: { volumeID: 'v', partition } });
const azure = (source: object) => volume({ azureDisk: { diskName: 'd', diskURI: 'https://x.io/d.vhd', ...source } });
const at = 'spec.volumes[0]';

testRules(diskVolumeSourceRules, {
  'valid-disk-partition': {
    valid: { 'the whole disk': aws(0), 'the last': aws(255) },
    invalid: {
      'one more': [aws(256), `${at}.awsElasticBlockStore.partition: FieldValueInvalid`],
      negative: [aws(-1), `${at}.awsElasticBlockStore.partition: FieldValueInvalid`],
      'a disk under the name that the server gives it': [
        volume({ gcePersistentDisk: { pdName: 'd', partition: 256 } }),
        `${at}.persistentDisk.partition: FieldValueInvalid`,
      ],
    },
  },
  'valid-azure-disk': {
    valid: {
      'a blob, which is the default': azure({}),
      'a dedicated blob': azure({ kind: 'Dedicated', cachingMode: 'None' }),
      'a managed disk': azure({ kind: 'Managed', diskURI: '/subscriptions/a' }),
    },
    invalid: {
      'a managed disk by an address': [azure({ kind: 'Managed' }), `${at}.azureDisk.diskURI: FieldValueNotSupported`],
      'no URI': [azure({ diskURI: '' }), `${at}.azureDisk.diskURI: FieldValueNotSupported`],
      'another kind': [azure({ kind: 'managed' }), `${at}.azureDisk.kind: FieldValueNotSupported`],
      'another mode': [azure({ cachingMode: 'Read' }), `${at}.azureDisk.cachingMode: FieldValueNotSupported`],
    },
  },
});

test('an unknown cachingMode is no matter of the diskURI', () => {
  expect(validate([azure({ cachingMode: 'Writeback' })])[0]?.fix).toBe('Leave cachingMode out for ReadWrite.');
});
