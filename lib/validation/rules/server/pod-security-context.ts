import { invalid, notSupported } from '../../finding';
import { defineRules } from '../../rule';
import { didYouMean } from './did-you-mean';

const LARGEST_ID = 2 ** 31 - 1;
const ID_RANGE = `must be between 0 and ${LARGEST_ID}, inclusive`;
const IDS = ['fsGroup', 'runAsUser', 'runAsGroup'] as const;
const FS_GROUP_CHANGE_POLICIES = ['Always', 'OnRootMismatch'];
const SUPPLEMENTAL_GROUPS_POLICIES = ['Merge', 'Strict'];
const SELINUX_CHANGE_POLICIES = ['Recursive'];

/** Under whose ids and in whose namespaces the processes of a pod run. */
export const podSecurityContextRules = defineRules([
  {
    id: 'valid-pod-user-or-group-id',
    summary: 'User and group ids of a pod are between 0 and 2147483647.',
    why: 'Linux has no others that are safe to use.',
    fix: 'Write an id from 0 to 2147483647.',
    source:
      'kubernetes pkg/apis/core/validation/validation.go validatePodSpecSecurityContext, k8s.io/apimachinery IsValidUserID, IsValidGroupID',
    example: { bad: 'securityContext: { fsGroup: -1 }', good: 'securityContext: { fsGroup: 2000 }' },
    visit: {
      podSpec({ securityContext }, at, report) {
        if (securityContext === undefined) return;
        for (const name of IDS) {
          const id = securityContext[name];
          if (id !== undefined && !isId(id)) report(invalid(at.down('securityContext', name), id, ID_RANGE));
        }
        securityContext.supplementalGroups?.forEach((id, index) => {
          if (!isId(id)) report(invalid(at.down('securityContext', 'supplementalGroups').index(index), id, ID_RANGE));
        });
      },
    },
  },
  {
    id: 'valid-fs-group-change-policy',
    summary: 'The fsGroupChangePolicy of a pod is Always or OnRootMismatch.',
    why: 'It says when the owner of the files in a volume is changed.',
    fix: 'Write OnRootMismatch, or leave the field out.',
    source: 'kubernetes pkg/apis/core/validation/validation.go validateFSGroupChangePolicy',
    example: {
      bad: 'securityContext: { fsGroupChangePolicy: Never }',
      good: 'securityContext: { fsGroupChangePolicy: OnRootMismatch }',
    },
    visit: {
      podSpec({ securityContext }, at, report) {
        const policy = securityContext?.fsGroupChangePolicy;
        if (policy === undefined || FS_GROUP_CHANGE_POLICIES.includes(policy)) return;
        const field = at.down('securityContext', 'fsGroupChangePolicy');
        report(notSupported(field, policy, FS_GROUP_CHANGE_POLICIES, didYouMean(policy, FS_GROUP_CHANGE_POLICIES)));
      },
    },
  },
  {
    id: 'valid-supplemental-groups-policy',
    summary: 'The supplementalGroupsPolicy of a pod is Merge or Strict.',
    why: 'It says whether the groups of the image are added to those of the pod.',
    fix: 'Write Merge or Strict, or leave the field out.',
    source: 'kubernetes pkg/apis/core/validation/validation.go validateSupplementalGroupsPolicy',
    since: 33,
    example: {
      bad: 'securityContext: { supplementalGroupsPolicy: None }',
      good: 'securityContext: { supplementalGroupsPolicy: Strict }',
    },
    visit: {
      podSpec({ securityContext }, at, report) {
        const policy = securityContext?.supplementalGroupsPolicy;
        if (policy === undefined || SUPPLEMENTAL_GROUPS_POLICIES.includes(policy)) return;
        const field = at.down('securityContext', 'supplementalGroupsPolicy');
        const fix = didYouMean(policy, SUPPLEMENTAL_GROUPS_POLICIES);
        report(notSupported(field, policy, SUPPLEMENTAL_GROUPS_POLICIES, fix));
      },
    },
  },
  {
    id: 'valid-selinux-change-policy',
    summary: 'The seLinuxChangePolicy of a pod is Recursive.',
    why: 'MountOption needs the feature gate SELinuxMount, which is off by default.',
    fix: 'Write Recursive, or leave the field out.',
    source: 'kubernetes pkg/apis/core/validation/validation.go validateSELinuxChangePolicy',
    since: 33,
    example: {
      bad: 'securityContext: { seLinuxChangePolicy: MountOption }',
      good: 'securityContext: { seLinuxChangePolicy: Recursive }',
    },
    visit: {
      podSpec({ securityContext }, at, report) {
        const policy = securityContext?.seLinuxChangePolicy;
        if (policy === undefined || policy === 'Recursive') return;
        report(notSupported(at.down('securityContext', 'seLinuxChangePolicy'), policy, SELINUX_CHANGE_POLICIES));
      },
    },
  },
  {
    id: 'no-shared-process-namespace-with-host-pid',
    summary: 'A pod does not share a process namespace of its own and use that of the host as well.',
    why: 'Its processes can be in one namespace only.',
    fix: 'Drop shareProcessNamespace or hostPID.',
    source: 'kubernetes pkg/apis/core/validation/validation.go validatePodSpecSecurityContext',
    example: { bad: 'hostPID: true\nshareProcessNamespace: true', good: 'shareProcessNamespace: true' },
    visit: {
      podSpec({ shareProcessNamespace, hostPID }, at, report) {
        if (!shareProcessNamespace || !hostPID) return;
        const field = at.down('securityContext', 'shareProcessNamespace');
        const place = at.child('shareProcessNamespace');
        report(invalid(field, true, 'cannot be true together with hostPID', { place }));
      },
    },
  },
]);

function isId(id: number): boolean {
  return id >= 0 && id <= LARGEST_ID;
}
