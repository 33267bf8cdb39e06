import type { PlainObject } from '../plain-object';
import { type FlagSpecs, type FlagValues, wrong } from './flags';
import { kubectlCommand, metadata, nameOf, orAbsent, withoutAbsent } from './object-parts';

const GROUP = 'rbac.authorization.k8s.io';

const COMMON = {
  clusterrole: { type: 'string' },
  group: { type: 'each' },
  serviceaccount: { type: 'each' },
  user: { type: 'each' },
} as const satisfies FlagSpecs;

/** `kubectl create rolebinding`. Follows kubectl pkg/cmd/create/create_rolebinding.go. */
export const createRoleBinding = kubectlCommand(
  { ...COMMON, role: { type: 'string' } },
  (command, { flags, operands }) => {
    const { clusterrole, role, namespace } = flags;
    if (Boolean(clusterrole) === Boolean(role)) throw wrong(command, 'give one of --clusterrole and --role.');
    return [binding(command, 'RoleBinding', operands, namespace, flags, role)];
  },
);

/** `kubectl create clusterrolebinding`. Follows kubectl pkg/cmd/create/create_clusterrolebinding.go. */
export const createClusterRoleBinding = kubectlCommand(COMMON, (command, { flags, operands }) => {
  if (!flags.clusterrole) throw wrong(command, '--clusterrole is required.');
  return [binding(command, 'ClusterRoleBinding', operands, undefined, flags)];
});

function binding(
  command: string,
  kind: string,
  operands: readonly string[],
  namespace: string | undefined,
  flags: FlagValues<typeof COMMON>,
  role?: string,
): PlainObject {
  const { clusterrole, user = [], group = [], serviceaccount = [] } = flags;
  const subjects = [
    ...user.map((name) => ({ kind: 'User', apiGroup: GROUP, name })),
    ...group.map((name) => ({ kind: 'Group', apiGroup: GROUP, name })),
    ...serviceaccount.map((text) => serviceAccount(command, text)),
  ];
  return withoutAbsent({
    apiVersion: `${GROUP}/v1`,
    kind,
    metadata: metadata(nameOf(command, operands), namespace),
    roleRef: { apiGroup: GROUP, kind: role ? 'Role' : 'ClusterRole', name: role || clusterrole },
    subjects: orAbsent(subjects),
  });
}

function serviceAccount(command: string, text: string): PlainObject {
  const [namespace, name, ...more] = text.split(':');
  if (!namespace || !name || more.length > 0)
    throw wrong(command, `--serviceaccount takes NAMESPACE:NAME, not '${text}'.`);
  return { kind: 'ServiceAccount', name, namespace };
}
