import { type ImportedDefinition, kindOf } from './definition';

/** The groups whose types keep the plain name when two groups have a type of the same name and version. */
const PLAIN_NAME_GROUPS = ['core', 'rbac', 'admissionregistration'];

/**
 * The TypeScript name of every definition: `PodSpec`, `KubePodProps` for the kind Pod, `HorizontalPodAutoscalerSpecV2`
 * for another version than v1 (as `cdk8s import k8s` does), `EndpointPortDiscovery` when two groups share the name.
 * @throws when two definitions would still have the same name
 */
export function typeNames(definitions: ReadonlyMap<string, ImportedDefinition>): Map<string, string> {
  const owners = new Map<string, string[]>();
  for (const name of definitions.keys()) {
    const plain = plainName(name, definitions);
    owners.set(plain, [...(owners.get(plain) ?? []), name]);
  }
  const names = new Map<string, string>();
  for (const [plain, sharing] of owners) {
    const first = [...sharing].sort((a, b) => rank(a) - rank(b))[0];
    for (const name of sharing) names.set(name, name === first ? plain : withGroup(plain, group(name)));
  }
  const taken = new Set(names.values());
  if (taken.size !== names.size) throw new Error('two definitions have the same TypeScript name');
  return names;
}

/** The name of the construct of a kind, `KubePod`, from the name of its properties, `KubePodProps`. */
export function constructName(propsName: string): string {
  return propsName.replace(/Props$/, '');
}

function plainName(name: string, definitions: ReadonlyMap<string, ImportedDefinition>): string {
  const [version = '', base = ''] = name.split('.').slice(-2);
  const versioned = /^v\d/.test(version) && version !== 'v1' ? base + capitalized(version) : base;
  return kindOf(definitions.get(name) ?? {}) ? `Kube${versioned}Props` : versioned;
}

function withGroup(plain: string, groupName: string): string {
  const suffix = capitalized(groupName);
  return plain.endsWith('Props') && plain.startsWith('Kube') ? `${constructName(plain)}${suffix}Props` : plain + suffix;
}

function rank(name: string): number {
  const position = PLAIN_NAME_GROUPS.indexOf(group(name));
  return position < 0 ? PLAIN_NAME_GROUPS.length : position;
}

/** `core` of `io.k8s.api.core.v1.Pod`. */
function group(name: string): string {
  return name.split('.').at(-3) ?? '';
}

function capitalized(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
