import { kinds } from '../../kubernetes/kinds';

/** A resource of the API. */
export interface ResourceName {
  /** The plural by which rules name it: `deployments`. */
  readonly resource: string;
  readonly group: string;
}

/** The short names of resources. Follows the `ShortNames` of each storage in kubernetes pkg/registry. */
const SHORT: Readonly<Record<string, string>> = {
  cm: 'configmaps',
  cj: 'cronjobs',
  crd: 'customresourcedefinitions',
  crds: 'customresourcedefinitions',
  csr: 'certificatesigningrequests',
  deploy: 'deployments',
  ds: 'daemonsets',
  ep: 'endpoints',
  ev: 'events',
  hpa: 'horizontalpodautoscalers',
  ing: 'ingresses',
  limits: 'limitranges',
  netpol: 'networkpolicies',
  no: 'nodes',
  ns: 'namespaces',
  pc: 'priorityclasses',
  pdb: 'poddisruptionbudgets',
  po: 'pods',
  pv: 'persistentvolumes',
  pvc: 'persistentvolumeclaims',
  quota: 'resourcequotas',
  rc: 'replicationcontrollers',
  rs: 'replicasets',
  sa: 'serviceaccounts',
  sc: 'storageclasses',
  sts: 'statefulsets',
  svc: 'services',
};

/** The resource that a word means: its plural, its singular or its short name; undefined where Kubernetes has none. */
export function resourceName(word: string, group?: string): ResourceName | undefined {
  const lower = word.toLowerCase();
  const plural = SHORT[lower] ?? lower;
  const found = kinds.find(
    (kind) =>
      (group === undefined || kind.group === group) &&
      (pluralOf(kind.kind) === plural || kind.kind.toLowerCase() === plural),
  );
  return found && { resource: pluralOf(found.kind), group: found.group };
}

/** Follows apimachinery pkg/api/meta/restmapper.go `UnsafeGuessKindToResource`. */
export function pluralOf(kind: string): string {
  const lower = kind.toLowerCase();
  if (lower === 'endpoints') return lower;
  if (lower.endsWith('s')) return `${lower}es`;
  return lower.endsWith('y') ? `${lower.slice(0, -1)}ies` : `${lower}s`;
}
