import { kinds } from '../../kubernetes/kinds';
import { suggest } from '../../kubernetes/suggest';
import type { PlainObject } from '../plain-object';
import { wrong } from './flags';
import { labelSelectorOf } from './label-selector';
import { kubectlCommand, metadata, nameOf, withoutAbsent } from './object-parts';
import { resourceName } from './resource-names';

const COMMON = {
  resource: { type: 'list' },
  'resource-name': { type: 'each' },
  verb: { type: 'list' },
} as const;

/** `kubectl create role`. Follows kubectl pkg/cmd/create/create_role.go. */
export const createRole = kubectlCommand(COMMON, (command, { flags, operands }) => {
  const { verb = [], resource = [], 'resource-name': names = [], namespace } = flags;
  if (verb.length === 0) throw wrong(command, '--verb is required.');
  if (resource.length === 0) throw wrong(command, '--resource is required.');
  const rules = resourceRules(command, verbsOf(verb), resource, names);
  return [role('Role', metadata(nameOf(command, operands), namespace), { rules })];
});

/** `kubectl create clusterrole`. Follows kubectl pkg/cmd/create/create_clusterrole.go. */
export const createClusterRole = kubectlCommand(
  { ...COMMON, 'aggregation-rule': { type: 'each' }, 'non-resource-url': { type: 'list' } },
  (command, { flags, operands }) => {
    const { verb = [], resource = [], 'resource-name': names = [] } = flags;
    const { 'aggregation-rule': aggregation = [], 'non-resource-url': nonResourceURLs = [] } = flags;
    const about = metadata(nameOf(command, operands), undefined);
    if (aggregation.length > 0) {
      if (verb.length + resource.length + nonResourceURLs.length > 0)
        throw wrong(command, '--aggregation-rule goes without --verb, --resource and --non-resource-url.');
      const clusterRoleSelectors = [labelSelectorOf(command, 'aggregation-rule', aggregation.join(','))];
      return [role('ClusterRole', about, { aggregationRule: { clusterRoleSelectors } })];
    }
    if (verb.length === 0) throw wrong(command, '--verb is required.');
    if (resource.length + nonResourceURLs.length === 0) throw wrong(command, 'give --resource or --non-resource-url.');
    const verbs = verbsOf(verb);
    const urls = nonResourceURLs.length > 0 ? [{ verbs, nonResourceURLs: [...new Set(nonResourceURLs)] }] : [];
    return [role('ClusterRole', about, { rules: [...resourceRules(command, verbs, resource, names), ...urls] })];
  },
);

function role(kind: string, about: PlainObject, content: PlainObject): PlainObject {
  return { apiVersion: 'rbac.authorization.k8s.io/v1', kind, metadata: about, ...content };
}

/** Each once; `*` stands for all. */
function verbsOf(verbs: readonly string[]): string[] {
  return verbs.includes('*') ? ['*'] : [...new Set(verbs)];
}

/** A rule for each API group. */
function resourceRules(
  command: string,
  verbs: readonly string[],
  resources: readonly string[],
  names: readonly string[],
): PlainObject[] {
  const groups = new Map<string, string[]>();
  for (const text of resources) {
    const { group, resource } = resourceOf(command, text);
    const known = groups.get(group) ?? [];
    if (!known.includes(resource)) known.push(resource);
    groups.set(group, known);
  }
  const resourceNames = names.length > 0 ? [...new Set(names)] : undefined;
  return [...groups.entries()]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([group, list]) => withoutAbsent({ verbs, apiGroups: [group], resources: list, resourceNames }));
}

/** `deployments.apps/scale`; without a group, that of the kind which has the name. */
function resourceOf(command: string, text: string): { group: string; resource: string } {
  if (text === '*') return { group: '*', resource: '*' };
  const [full = '', subresource] = text.split(/\/(.*)/);
  const [word = '', group] = full.split(/\.(.*)/);
  if (word === '') throw wrong(command, `--resource takes RESOURCE.GROUP/SUBRESOURCE, not '${text}'.`);
  const known = resourceName(word, group);
  if (!known && group === undefined) {
    const meant = suggest(
      word,
      kinds.map(({ kind }) => `${kind.toLowerCase()}s`),
    );
    throw wrong(
      command,
      `Kubernetes has no resource '${word}'${meant ? `; did you mean ${meant}?` : ''}; one that a CustomResourceDefinition defines needs its group, ${word}.GROUP.`,
    );
  }
  const resource = known?.resource ?? word;
  return { group: known?.group ?? group ?? '', resource: subresource ? `${resource}/${subresource}` : resource };
}
