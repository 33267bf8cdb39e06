import { type ImportedDefinition, kindOf, references } from './definition';

const REFERENCE = 'https://kubernetes.io/docs/reference/kubernetes-api';

/** The section of the Kubernetes API reference that a group's kinds stand in. */
const GROUP_SECTIONS: Readonly<Record<string, string>> = {
  '': 'cluster-resources',
  'admissionregistration.k8s.io': 'extend-resources',
  'apiextensions.k8s.io': 'extend-resources',
  'apiregistration.k8s.io': 'cluster-resources',
  apps: 'workload-resources',
  'authentication.k8s.io': 'authentication-resources',
  'authorization.k8s.io': 'authorization-resources',
  autoscaling: 'workload-resources',
  batch: 'workload-resources',
  'certificates.k8s.io': 'authentication-resources',
  'coordination.k8s.io': 'cluster-resources',
  'discovery.k8s.io': 'service-resources',
  'events.k8s.io': 'cluster-resources',
  'flowcontrol.apiserver.k8s.io': 'cluster-resources',
  'networking.k8s.io': 'service-resources',
  'node.k8s.io': 'cluster-resources',
  policy: 'policy-resources',
  'rbac.authorization.k8s.io': 'authorization-resources',
  'resource.k8s.io': 'workload-resources',
  'scheduling.k8s.io': 'workload-resources',
  'storage.k8s.io': 'config-and-storage-resources',
};

/** The kinds that stand in another section than the rest of their group. */
const KIND_SECTIONS: Readonly<Record<string, string>> = {
  ConfigMap: 'config-and-storage-resources',
  Endpoints: 'service-resources',
  IPAddress: 'cluster-resources',
  LimitRange: 'policy-resources',
  MutatingAdmissionPolicy: 'policy-resources',
  MutatingAdmissionPolicyBinding: 'policy-resources',
  NetworkPolicy: 'policy-resources',
  PersistentVolume: 'config-and-storage-resources',
  PersistentVolumeClaim: 'config-and-storage-resources',
  Pod: 'workload-resources',
  PodTemplate: 'workload-resources',
  ReplicationController: 'workload-resources',
  ResourceQuota: 'policy-resources',
  Secret: 'config-and-storage-resources',
  Service: 'service-resources',
  ServiceAccount: 'authentication-resources',
  ServiceCIDR: 'cluster-resources',
  ValidatingAdmissionPolicy: 'policy-resources',
  ValidatingAdmissionPolicyBinding: 'policy-resources',
};

/** The types of the shared group meta/v1 that have a page of their own. */
const COMMON_PAGES: Readonly<Record<string, string>> = {
  DeleteOptions: 'delete-options',
  LabelSelector: 'label-selector',
  LabelSelectorRequirement: 'label-selector',
  ListMeta: 'list-meta',
  ObjectMeta: 'object-meta',
  OwnerReference: 'object-meta',
  ManagedFieldsEntry: 'object-meta',
  Patch: 'patch',
  Quantity: 'quantity',
  Status: 'status',
  StatusCause: 'status',
  StatusDetails: 'status',
};

/** The kinds whose page also describes the parts that several kinds use, first choice first. */
const PREFERRED_KINDS = ['Pod', 'Service', 'PersistentVolume', 'Deployment', 'Ingress'];

/** For every definition the page of the Kubernetes API reference that describes it or the object it is a part of. */
export function referencePages(definitions: ReadonlyMap<string, ImportedDefinition>): Map<string, string> {
  const pages = new Map<string, string>();
  const kinds = [...definitions].filter(([, definition]) => kindOf(definition)).sort(byPreference);
  for (const [name, definition] of kinds) pages.set(name, kindPage(definition));
  for (const [name, definition] of kinds) assignParts(name, definition, definitions, pages);
  for (const name of definitions.keys()) {
    const common = COMMON_PAGES[name.split('.').at(-1) ?? ''];
    if (common && name.includes('.apimachinery.')) pages.set(name, `${REFERENCE}/common-definitions/${common}/`);
    else if (!pages.has(name) || name.includes('.apimachinery.')) pages.set(name, `${REFERENCE}/`);
  }
  return pages;
}

type Entry = [string, ImportedDefinition];

function byPreference([a]: Entry, [b]: Entry): number {
  const rank = (name: string): number => {
    const position = PREFERRED_KINDS.indexOf(name.split('.').at(-1) ?? '');
    return position < 0 ? PREFERRED_KINDS.length : position;
  };
  return rank(a) - rank(b);
}

function assignParts(
  name: string,
  definition: ImportedDefinition,
  definitions: ReadonlyMap<string, ImportedDefinition>,
  pages: Map<string, string>,
): void {
  const page = pages.get(name);
  if (!page) return;
  for (const part of references(definition)) {
    const partDefinition = definitions.get(part);
    if (!partDefinition || pages.has(part)) continue;
    pages.set(part, page);
    assignParts(part, partDefinition, definitions, pages);
  }
}

function kindPage(definition: ImportedDefinition): string {
  const { group = '', version = '', kind = '' } = kindOf(definition) ?? {};
  const item = kind.replace(/List$/, '');
  const section = KIND_SECTIONS[item] ?? GROUP_SECTIONS[group] ?? 'cluster-resources';
  return `${REFERENCE}/${section}/${kebab(item)}-${version}/`;
}

/** `HorizontalPodAutoscaler` as `horizontal-pod-autoscaler`, `CSIDriver` as `csi-driver`. */
function kebab(kind: string): string {
  return kind
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1-$2')
    .toLowerCase();
}
