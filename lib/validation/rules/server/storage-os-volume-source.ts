import { dnsLabel } from '../../../kubernetes/formats';
import { invalid } from '../../finding';
import { defineRules } from '../../rule';

/** What a StorageOS volume must be. */
export const storageOSVolumeSourceRules = defineRules([
  {
    id: 'valid-storage-os-name',
    summary: 'The volumeName and the volumeNamespace of a StorageOS volume are DNS labels.',
    why: 'StorageOS knows its volumes by such names.',
    fix: 'Use at most 63 lower case letters, digits and dashes.',
    source: 'kubernetes pkg/apis/core/validation/validation.go validateStorageOSVolumeSource',
    example: { bad: '{ volumeName: my_data }', good: '{ volumeName: my-data }' },
    visit: {
      storageOSVolumeSource(source, at, report) {
        for (const field of ['volumeName', 'volumeNamespace'] as const) {
          const name = source[field];
          if (!name) continue;
          for (const reason of dnsLabel(name)) report(invalid(at.child(field), name, reason));
        }
      },
    },
  },
]);
