import type { ClusterRoleBinding, RoleBinding } from '../generated/decoded';

const GROUP = 'rbac.authorization.k8s.io';

/**
 * Fills in the API groups of a RoleBinding or a ClusterRoleBinding.
 *
 * Follows kubernetes pkg/apis/rbac/v1/defaults.go SetDefaults_RoleBinding and SetDefaults_Subject.
 */
export function defaultRoleBinding(binding: RoleBinding | ClusterRoleBinding): void {
  binding.roleRef ??= {};
  if (!binding.roleRef.apiGroup) binding.roleRef.apiGroup = GROUP;
  for (const subject of binding.subjects ?? []) {
    if (!subject.apiGroup && (subject.kind === 'User' || subject.kind === 'Group')) subject.apiGroup = GROUP;
  }
}
