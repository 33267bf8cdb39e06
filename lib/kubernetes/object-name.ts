import {
  dns1035Label,
  dnsLabel,
  dnsSubdomain,
  type Format,
  maskTrailingDash,
  pathSegmentName,
  pathSegmentPrefix,
} from './formats';

/** The first minor that lets the name of a Service begin with a digit. */
const RELAXED_SERVICE_NAMES_SINCE = 36;

/** The kinds whose names are not DNS subdomains. */
const FORMATS: ReadonlyMap<string, Format> = new Map([
  ['Namespace', dnsLabel],
  ['StatefulSet', dnsLabel],
  ['Service', dns1035Label],
  ['Binding', pathSegmentName],
  ['CertificateSigningRequest', pathSegmentName],
  ['ClusterRole', pathSegmentName],
  ['ClusterRoleBinding', pathSegmentName],
  ['Event', pathSegmentName],
  ['PodDisruptionBudget', pathSegmentName],
  ['Role', pathSegmentName],
  ['RoleBinding', pathSegmentName],
]);

/**
 * The format of the names of a kind.
 *
 * Follows the `Validate` of each strategy in kubernetes pkg/registry; where there is none for the name,
 * k8s.io/apiserver pkg/registry/rest BeforeCreate asks for a path segment.
 */
export function nameFormat(kind: string, minor: number): Format {
  if (kind === 'Service' && minor >= RELAXED_SERVICE_NAMES_SINCE) return dnsLabel;
  return FORMATS.get(kind) ?? dnsSubdomain;
}

/** The format of the prefixes from which names of a kind are made, `metadata.generateName`. */
export function namePrefixFormat(kind: string, minor: number): Format {
  const format = nameFormat(kind, minor);
  return format === pathSegmentName ? pathSegmentPrefix : (prefix) => format(maskTrailingDash(prefix));
}

const LONGEST_PREFIX = 58;
/** Stands for the random letters and digits that the server appends. */
const SUFFIX = 'xxxxx';

interface Named {
  readonly name?: string;
  readonly generateName?: string;
}

/**
 * The name of a new object: the one given, else one made from its prefix as the server does it, of at most 58
 * characters of the prefix and five that the server chooses.
 *
 * Follows k8s.io/apiserver pkg/registry/rest BeforeCreate and pkg/storage/names SimpleNameGenerator.
 */
export function nameOnCreate({ name, generateName }: Named): string | undefined {
  return name || !generateName ? name : generateName.slice(0, LONGEST_PREFIX) + SUFFIX;
}

/** Whether a name is one that `nameOnCreate` made. */
export function isGeneratedName({ name, generateName }: Named): boolean {
  return generateName !== undefined && generateName !== '' && name === nameOnCreate({ generateName });
}
