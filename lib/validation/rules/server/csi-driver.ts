import { duplicate, invalid, notSupported } from '../../finding';
import { defineRules } from '../../rule';
import { didYouMean } from './did-you-mean';

const FS_GROUP_POLICIES = ['File', 'None', 'ReadWriteOnceWithFSType'];
const LIFECYCLE_MODES = ['Ephemeral', 'Persistent'];
const SHORTEST_TOKEN_SECONDS = 600;
const LONGEST_TOKEN_SECONDS = 2 ** 32;
const SHORTEST_UPDATE_SECONDS = 10;
const SOURCE = 'kubernetes pkg/apis/storage/validation/validation.go';

/** What a CSI driver tells the cluster about itself. */
export const csiDriverRules = defineRules([
  {
    id: 'valid-fs-group-policy',
    summary: 'The fsGroupPolicy of a CSIDriver is ReadWriteOnceWithFSType, File or None.',
    why: 'It says whether the kubelet may change the owner of the files in a volume.',
    fix: 'Leave fsGroupPolicy out for ReadWriteOnceWithFSType, or write File or None.',
    source: `${SOURCE} validateFSGroupPolicy`,
    example: { bad: 'spec: { fsGroupPolicy: file }', good: 'spec: { fsGroupPolicy: File }' },
    visit: {
      CSIDriver({ spec = {} }, at, report) {
        const { fsGroupPolicy: policy } = spec;
        if (policy === undefined || FS_GROUP_POLICIES.includes(policy)) return;
        const field = at.down('spec', 'fsGroupPolicy');
        report(notSupported(field, policy, FS_GROUP_POLICIES, didYouMean(policy, FS_GROUP_POLICIES)));
      },
    },
  },
  {
    id: 'valid-token-request',
    summary: 'The tokens that a CSIDriver asks for differ in audience, and last for ten minutes or longer.',
    why: 'One token is made for each audience.',
    fix: 'Name each audience once, and leave expirationSeconds out or write at least 600.',
    source: `${SOURCE} validateTokenRequests`,
    example: {
      bad: 'spec: { tokenRequests: [{ audience: vault, expirationSeconds: 60 }] }',
      good: 'spec: { tokenRequests: [{ audience: vault, expirationSeconds: 600 }] }',
    },
    visit: {
      CSIDriver({ spec = {} }, at, report) {
        spec.tokenRequests?.forEach(({ audience = '', expirationSeconds: seconds }, index, requests) => {
          const field = at.down('spec', 'tokenRequests').index(index);
          if (requests.findIndex((other) => (other.audience ?? '') === audience) < index)
            report(duplicate(field.child('audience'), audience));
          else if (seconds !== undefined && (seconds < SHORTEST_TOKEN_SECONDS || seconds > LONGEST_TOKEN_SECONDS))
            report(invalid(field.child('expirationSeconds'), seconds, 'must be from 600 to 2^32'));
        });
      },
    },
  },
  {
    id: 'valid-volume-lifecycle-mode',
    summary: 'The volumeLifecycleModes of a CSIDriver are Persistent and Ephemeral.',
    why: 'A volume outlives its pod or goes with it.',
    fix: 'Leave volumeLifecycleModes out for Persistent, or write Ephemeral.',
    source: `${SOURCE} validateVolumeLifecycleModes`,
    example: { bad: 'spec: { volumeLifecycleModes: [Inline] }', good: 'spec: { volumeLifecycleModes: [Ephemeral] }' },
    visit: {
      CSIDriver({ spec = {} }, at, report) {
        spec.volumeLifecycleModes?.forEach((mode, index) => {
          if (LIFECYCLE_MODES.includes(mode)) return;
          const field = at.down('spec', 'volumeLifecycleModes');
          const extra = { place: field.index(index), ...didYouMean(mode, LIFECYCLE_MODES) };
          report(notSupported(field, mode, LIFECYCLE_MODES, extra));
        });
      },
    },
  },
  {
    id: 'valid-allocatable-update-period',
    summary: 'The nodeAllocatableUpdatePeriodSeconds of a CSIDriver is at least 10.',
    why: 'Asking more often would burden the driver on every node.',
    fix: 'Leave nodeAllocatableUpdatePeriodSeconds out, or write 10 or more.',
    source: `${SOURCE} validateNodeAllocatableUpdatePeriodSeconds`,
    since: 35,
    example: {
      bad: 'spec: { nodeAllocatableUpdatePeriodSeconds: 5 }',
      good: 'spec: { nodeAllocatableUpdatePeriodSeconds: 10 }',
    },
    visit: {
      CSIDriver({ spec = {} }, at, report) {
        const { nodeAllocatableUpdatePeriodSeconds: seconds } = spec;
        if (seconds === undefined || seconds >= SHORTEST_UPDATE_SECONDS) return;
        const field = at.down('spec', 'nodeAllocatableUpdatePeriodSeconds');
        report(invalid(field, seconds, `must be at least ${SHORTEST_UPDATE_SECONDS}`));
      },
    },
  },
]);
