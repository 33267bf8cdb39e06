import { invalid, notSupported } from '../../finding';
import { defineRules } from '../../rule';
import { didYouMean } from './did-you-mean';

const SOURCE = 'kubernetes pkg/apis/core/validation/validation.go';
const CACHING_MODES = ['None', 'ReadOnly', 'ReadWrite'];
const KINDS = ['Dedicated', 'Managed', 'Shared'];
const LARGEST = 255;
const RANGE = `must be between 0 and ${LARGEST}`;

/** What volumes of the disks of clouds must be. */
export const diskVolumeSourceRules = defineRules([
  {
    id: 'valid-disk-partition',
    summary: 'The partition of a disk is a number from 0 to 255.',
    why: 'Disks have no other partitions; 0 stands for the whole disk.',
    fix: 'Leave partition out for the whole disk.',
    source: `${SOURCE} validateAWSElasticBlockStoreVolumeSource, validateGCEPersistentDiskVolumeSource`,
    example: { bad: '{ volumeID: vol-1, partition: 256 }', good: '{ volumeID: vol-1, partition: 1 }' },
    visit: {
      awsElasticBlockStoreVolumeSource({ partition = 0 }, at, report) {
        if (partition < 0 || partition > LARGEST) report(invalid(at.child('partition'), partition, RANGE));
      },
      gcePersistentDiskVolumeSource({ partition = 0 }, at, report) {
        if (partition >= 0 && partition <= LARGEST) return;
        report(invalid(at.misnamed('persistentDisk').child('partition'), partition, RANGE));
      },
    },
  },
  {
    id: 'valid-azure-disk',
    summary: 'The kind, the cachingMode and the diskURI of an azureDisk fit each other.',
    why: 'A managed disk has a resource id, the others have the address of a blob.',
    fix: 'Write a diskURI that begins with /subscriptions/ for kind Managed, with https:// for Shared and Dedicated.',
    source: `${SOURCE} validateAzureDisk`,
    example: {
      bad: '{ diskName: data, diskURI: /subscriptions/a }',
      good: '{ diskName: data, diskURI: /subscriptions/a, kind: Managed }',
    },
    visit: {
      azureDiskVolumeSource({ cachingMode, diskURI = '', kind }, at, report) {
        if (cachingMode !== undefined && !CACHING_MODES.includes(cachingMode)) {
          const extra = { fix: 'Leave cachingMode out for ReadWrite.', ...didYouMean(cachingMode, CACHING_MODES) };
          report(notSupported(at.child('cachingMode'), cachingMode, CACHING_MODES, extra));
        }
        if (kind === undefined) return;
        if (!KINDS.includes(kind)) report(notSupported(at.child('kind'), kind, KINDS, didYouMean(kind, KINDS)));
        const start = kind === 'Managed' ? '/subscriptions/' : 'https://';
        if (!diskURI.startsWith(start)) report(notSupported(at.child('diskURI'), diskURI, [`${start}...`]));
      },
    },
  },
]);
