import table from './generated/kinds.json';

/** A kind that some Kubernetes version serves. */
export interface Kind {
  /** The API group; the core group is the empty string. */
  readonly group: string;
  readonly version: string;
  readonly kind: string;
  /** The name of its type in the table of types: `apps.v1.Deployment`. */
  readonly type: string;
  /** The first and the last minor that serve it. */
  readonly since: number;
  readonly until: number;
  /** Whether its objects live in a namespace. */
  readonly namespaced: boolean;
  /** Where its pod template is, for the kinds that have one; a Pod's is the object itself. */
  readonly podTemplate?: readonly string[];
}

/** Kinds without a namespace. Follows the `NamespaceScoped` of each strategy in kubernetes pkg/registry. */
const CLUSTER_SCOPED = new Set([
  'APIService',
  'CSIDriver',
  'CSINode',
  'CertificateSigningRequest',
  'ClusterRole',
  'ClusterRoleBinding',
  'CustomResourceDefinition',
  'DeviceClass',
  'FlowSchema',
  'IPAddress',
  'IngressClass',
  'MutatingAdmissionPolicy',
  'MutatingAdmissionPolicyBinding',
  'MutatingWebhookConfiguration',
  'Namespace',
  'Node',
  'PersistentVolume',
  'PriorityClass',
  'PriorityLevelConfiguration',
  'ResourceSlice',
  'RuntimeClass',
  'SelfSubjectAccessReview',
  'SelfSubjectReview',
  'SelfSubjectRulesReview',
  'ServiceCIDR',
  'StorageClass',
  'SubjectAccessReview',
  'TokenReview',
  'ValidatingAdmissionPolicy',
  'ValidatingAdmissionPolicyBinding',
  'ValidatingWebhookConfiguration',
  'VolumeAttachment',
  'VolumeAttributesClass',
]);

/** Types that the definitions name but that no manifest can hold: subresources, options, read-only and list types. */
const NOT_CREATABLE = new Set([
  'APIGroup',
  'APIResourceList',
  'APIVersions',
  'ComponentStatus',
  'DeleteOptions',
  'Eviction',
  'Scale',
  'Status',
  'TokenRequest',
  'WatchEvent',
]);

const POD_TEMPLATES: Record<string, readonly string[]> = {
  Pod: [],
  PodTemplate: ['template'],
  ReplicationController: ['spec', 'template'],
  Deployment: ['spec', 'template'],
  ReplicaSet: ['spec', 'template'],
  StatefulSet: ['spec', 'template'],
  DaemonSet: ['spec', 'template'],
  Job: ['spec', 'template'],
  CronJob: ['spec', 'jobTemplate', 'spec', 'template'],
};

/** Every kind that a manifest can hold, in any version from 1.28 to 1.36. */
export const kinds: readonly Kind[] = table
  .filter(({ kind }) => !NOT_CREATABLE.has(kind) && !kind.endsWith('List'))
  .map((row) => ({
    ...row,
    namespaced: !CLUSTER_SCOPED.has(row.kind),
    ...(POD_TEMPLATES[row.kind] && { podTemplate: POD_TEMPLATES[row.kind] }),
  }));

const byName = new Map(kinds.map((kind) => [`${apiVersionOf(kind)} ${kind.kind}`, kind]));

/** The kind of this name, in whatever minor it is served. */
export function findKind(apiVersion: string, kind: string): Kind | undefined {
  return byName.get(`${apiVersion} ${kind}`);
}

/** `v1` for the core group, else `group/version`. */
export function apiVersionOf({ group, version }: Pick<Kind, 'group' | 'version'>): string {
  return group === '' ? version : `${group}/${version}`;
}

/** Groups of Kubernetes' own that no minor from 1.28 to 1.36 serves unless it is asked to. */
const UNSERVED_GROUPS: readonly string[] = [
  'auditregistration.k8s.io',
  'internal.apiserver.k8s.io',
  'settings.k8s.io',
  'storagemigration.k8s.io',
];

const groups = new Set([...UNSERVED_GROUPS, ...kinds.map(({ group }) => group)]);

/** Whether Kubernetes itself owns a group: the core group, `apps` and the like, and its own below `k8s.io`. */
export function isBuiltInGroup(group: string): boolean {
  return !group.includes('.') || groups.has(group);
}

/** Whether a minor serves a kind. */
export function isServed(kind: Kind, minor: number): boolean {
  return minor >= kind.since && minor <= kind.until;
}
