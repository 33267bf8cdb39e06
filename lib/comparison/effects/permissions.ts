import type { ClusterRole, PolicyRule, RoleBinding, ServiceAccount } from '../../kubernetes/generated/decoded';
import { isSame } from '../json';
import type { Loosened } from './loosened';
import type { ObjectPair } from './object-pair';

/** What roles, bindings and service accounts newly permit. */
export function permissionEffects({ kind, before, after }: ObjectPair): Loosened[] {
  if (!after) return [];
  if (kind.kind === 'Role' || kind.kind === 'ClusterRole') return roleEffects(before ?? {}, after);
  if (kind.kind === 'RoleBinding' || kind.kind === 'ClusterRoleBinding') return bindingEffects(before, after);
  if (kind.kind === 'ServiceAccount' && before) return serviceAccountEffects(before, after);
  return [];
}

function roleEffects(before: ClusterRole, after: ClusterRole): Loosened[] {
  const wider = (after.rules ?? [])
    .flatMap(atomsOf)
    .filter((atom) => !(before.rules ?? []).some((rule) => covers(rule, atom)));
  const permits = [...new Set(wider.map(describe))].map((what) => ({ detail: `permits to ${what}`, field: 'rules' }));
  if (!after.aggregationRule || isSame(before.aggregationRule, after.aggregationRule)) return permits;
  return [...permits, { detail: 'takes up the rules of other roles', field: 'aggregationRule' }];
}

/** One verb on one resource or URL. */
interface Permission {
  readonly verb: string;
  readonly group?: string;
  readonly resource?: string;
  readonly name?: string;
  readonly url?: string;
}

/** Follows k8s.io/component-helpers/auth/rbac/validation/policy_comparator.go BreakdownRule. */
function atomsOf({ verbs, apiGroups, resources, resourceNames, nonResourceURLs }: PolicyRule): Permission[] {
  const names = resourceNames?.length ? resourceNames : [undefined];
  return (verbs ?? []).flatMap((verb) => [
    ...(apiGroups ?? []).flatMap((group) =>
      (resources ?? []).flatMap((resource) =>
        names.map((name) => ({ verb, group, resource, ...(name !== undefined && { name }) })),
      ),
    ),
    ...(nonResourceURLs ?? []).map((url) => ({ verb, url })),
  ]);
}

/** Follows k8s.io/component-helpers/auth/rbac/validation/policy_comparator.go ruleCovers. */
function covers(rule: PolicyRule, { verb, group, resource, name, url }: Permission): boolean {
  if (!has(rule.verbs, verb)) return false;
  if (url !== undefined) {
    return (rule.nonResourceURLs ?? []).some(
      (known) => known === url || (known.endsWith('*') && url.startsWith(known.slice(0, -1))),
    );
  }
  const [, subresource] = (resource ?? '').split('/');
  const isResource =
    has(rule.resources, resource) || (subresource !== undefined && has(rule.resources, `*/${subresource}`));
  const isNamed = !rule.resourceNames?.length || (name !== undefined && rule.resourceNames.includes(name));
  return has(rule.apiGroups, group) && isResource && isNamed;
}

function has(list: readonly string[] | undefined, value: string | undefined): boolean {
  return list !== undefined && (list.includes('*') || (value !== undefined && list.includes(value)));
}

function describe({ verb, group, resource, name, url }: Permission): string {
  const what =
    url ??
    `${resource === '*' ? 'all resources' : resource}${group ? ` of ${group === '*' ? 'all groups' : group}` : ''}`;
  return `${verb === '*' ? 'do anything with' : verb} ${what}${name === undefined ? '' : ` ${name}`}`;
}

function bindingEffects(before: RoleBinding | undefined, after: RoleBinding): Loosened[] {
  const { kind = '', name = '' } = after.roleRef ?? {};
  const role = `${kind} ${name}`;
  const isSameRole = before !== undefined && isSame(before.roleRef, after.roleRef);
  return (after.subjects ?? [])
    .filter((subject) => !isSameRole || !(before.subjects ?? []).some((known) => isSame(known, subject)))
    .map((subject) => {
      const namespace = subject.namespace ? `${subject.namespace}/` : '';
      return {
        detail: `${subject.kind} ${namespace}${subject.name} gets ${role}`,
        field: isSameRole ? 'subjects' : 'roleRef',
      };
    });
}

function serviceAccountEffects(before: ServiceAccount, after: ServiceAccount): Loosened[] {
  if (before.automountServiceAccountToken !== false || after.automountServiceAccountToken === false) return [];
  return [{ detail: 'pods get its token', field: 'automountServiceAccountToken' }];
}
