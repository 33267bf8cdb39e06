import { invalid, notSupported } from '../../finding';
import { defineRules } from '../../rule';
import { didYouMean } from './did-you-mean';

const LARGEST_ID = 2 ** 31 - 1;
const PROC_MOUNTS = ['Default', 'Unmasked'];

/** The security context of a container; its profiles and Windows options have rules of their own. */
export const securityContextRules = defineRules([
  {
    id: 'valid-container-user-or-group-id',
    summary: 'runAsUser and runAsGroup of a container are between 0 and 2147483647.',
    why: 'Linux has no other user and group ids.',
    fix: 'Write the id of a user or a group.',
    source: 'kubernetes pkg/apis/core/validation/validation.go ValidateSecurityContext, IsValidUserID, IsValidGroupID',
    example: { bad: 'securityContext: { runAsUser: -1 }', good: 'securityContext: { runAsUser: 1000 }' },
    visit: {
      container({ securityContext }, at, report) {
        if (securityContext === undefined) return;
        for (const name of ['runAsUser', 'runAsGroup'] as const) {
          const id = securityContext[name];
          if (id !== undefined && (id < 0 || id > LARGEST_ID))
            report(invalid(at.down('securityContext', name), id, `must be between 0 and ${LARGEST_ID}`));
        }
      },
    },
  },
  {
    id: 'valid-proc-mount',
    summary: 'procMount is Default or Unmasked.',
    why: 'The container runtime masks parts of /proc, or does not.',
    fix: 'Write one of the two, or leave procMount out for Default.',
    source: 'kubernetes pkg/apis/core/validation/validation.go ValidateProcMountType',
    since: 33,
    example: { bad: 'securityContext: { procMount: default }', good: 'securityContext: { procMount: Default }' },
    visit: {
      container({ securityContext }, at, report) {
        const procMount = securityContext?.procMount;
        if (procMount !== undefined && !PROC_MOUNTS.includes(procMount))
          report(
            notSupported(
              at.down('securityContext', 'procMount'),
              procMount,
              PROC_MOUNTS,
              didYouMean(procMount, PROC_MOUNTS),
            ),
          );
      },
    },
  },
  {
    id: 'no-unmasked-proc-mount',
    summary: 'Only a pod with hostUsers: false has containers with procMount: Unmasked.',
    why: 'With the users of the node, an unmasked /proc would open the node to the container.',
    fix: 'Set hostUsers: false in the pod, or leave procMount out.',
    source: 'kubernetes pkg/apis/core/validation/validation.go ValidateSecurityContext',
    since: 33,
    example: {
      bad: 'apiVersion: v1\nkind: Pod\nmetadata: { name: web }\nspec: { containers: [{ name: app, image: a, securityContext: { procMount: Unmasked } }] }',
      good: 'apiVersion: v1\nkind: Pod\nmetadata: { name: web }\nspec: { hostUsers: false, containers: [{ name: app, image: a, securityContext: { procMount: Unmasked } }] }',
    },
    visit: {
      container({ securityContext }, at, report, { podSpec }) {
        if (securityContext?.procMount === 'Unmasked' && podSpec.hostUsers !== false)
          report(invalid(at.down('securityContext', 'procMount'), 'Unmasked', 'needs hostUsers: false in the pod'));
      },
    },
  },
  {
    id: 'valid-allow-privilege-escalation',
    summary:
      'allowPrivilegeEscalation: false stands neither with privileged: true nor with the capability CAP_SYS_ADMIN.',
    why: 'A container that has all privileges from the start cannot be kept from gaining them.',
    fix: 'Remove privileged and CAP_SYS_ADMIN, or allowPrivilegeEscalation.',
    source: 'kubernetes pkg/apis/core/validation/validation.go ValidateSecurityContext',
    example: {
      bad: 'securityContext: { allowPrivilegeEscalation: false, privileged: true }',
      good: 'securityContext: { allowPrivilegeEscalation: false }',
    },
    visit: {
      container({ securityContext }, at, report) {
        if (securityContext?.allowPrivilegeEscalation !== false) return;
        const field = at.child('securityContext');
        const place = field.child('allowPrivilegeEscalation');
        if (securityContext.privileged)
          report(invalid(field, false, 'cannot be false with privileged: true', { place }));
        if (securityContext.capabilities?.add?.includes('CAP_SYS_ADMIN'))
          report(invalid(field, false, 'cannot be false with the capability CAP_SYS_ADMIN', { place }));
      },
    },
  },
]);
