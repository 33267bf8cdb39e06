import { pathSegmentName } from '../../../kubernetes/formats';
import type { RoleRef } from '../../../kubernetes/generated/decoded';
import type { FieldPath } from '../../field-path';
import { invalid, notSupported, required } from '../../finding';
import type { ObjectContext } from '../../nodes';
import { defineRules, type Report } from '../../rule';
import { didYouMean } from './did-you-mean';

const GROUP = 'rbac.authorization.k8s.io';
const CLUSTER_ROLE = ['ClusterRole'];
const ROLES = ['ClusterRole', 'Role'];
const SOURCE = 'kubernetes pkg/apis/rbac/validation/validation.go ValidateRoleBinding, ValidateClusterRoleBinding';
const BINDING = 'apiVersion: rbac.authorization.k8s.io/v1\nkind: RoleBinding\nmetadata: { name: readers }\n';

/** The role that a binding grants. */
export const roleRefRules = defineRules([
  {
    id: 'valid-role-ref-group',
    summary: `The apiGroup of a roleRef is ${GROUP}.`,
    why: 'Roles belong to that group.',
    fix: 'Leave apiGroup out, or write the group without a version.',
    source: SOURCE,
    example: {
      bad: `${BINDING}roleRef: { apiGroup: ${GROUP}/v1, kind: Role, name: reader }`,
      good: `${BINDING}roleRef: { apiGroup: ${GROUP}, kind: Role, name: reader }`,
    },
    visit: {
      roleRef({ apiGroup = '' }, at, report) {
        if (apiGroup !== GROUP) report(notSupported(at.child('apiGroup'), apiGroup, [GROUP]));
      },
    },
  },
  {
    id: 'valid-role-ref-kind',
    summary: 'A RoleBinding refers to a Role or a ClusterRole, a ClusterRoleBinding to a ClusterRole.',
    why: 'A Role allows things in its namespace only.',
    fix: 'Write kind: ClusterRole, or kind: Role in a RoleBinding.',
    source: SOURCE,
    example: {
      bad: `${BINDING}roleRef: { kind: role, name: reader }`,
      good: `${BINDING}roleRef: { kind: Role, name: reader }`,
    },
    visit: { roleRef: checkKind },
  },
  {
    id: 'valid-role-ref-name',
    summary: 'A roleRef names a role.',
    why: 'The binding grants what that role allows.',
    fix: 'Write the name of the role.',
    source: SOURCE,
    example: {
      bad: `${BINDING}roleRef: { kind: Role, name: a/b }`,
      good: `${BINDING}roleRef: { kind: Role, name: 'system:reader' }`,
    },
    visit: {
      roleRef({ name }, at, report) {
        const field = at.child('name');
        if (!name) report(required(field));
        else for (const reason of pathSegmentName(name)) report(invalid(field, name, reason));
      },
    },
  },
]);

function checkKind({ kind: role = '' }: RoleRef, at: FieldPath, report: Report, { kind }: ObjectContext): void {
  const kinds = kind.namespaced ? ROLES : CLUSTER_ROLE;
  if (!kinds.includes(role)) report(notSupported(at.child('kind'), role, kinds, didYouMean(role, kinds)));
}
