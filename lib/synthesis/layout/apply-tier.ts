import { isBuiltInGroup } from '../../kubernetes/kinds';

/**
 * Kinds in the order in which the API server and its admission plugins need them: what a tier needs stands in those
 * above it. Kinds of one tier do not need each other.
 *
 * Namespaces and CustomResourceDefinitions are needed by name. Classes, quotas, limits and ServiceAccounts are looked up
 * when a pod or claim is admitted (kubernetes plugin/pkg/admission), a role when it is bound (escalation check of
 * kubernetes pkg/registry/rbac). A NetworkPolicy stands before the pods that it isolates, so that none runs without it,
 * and a Service before the pods that get its address in their environment. Webhooks and admission policies come last, as
 * they might refuse what stands beside them before whatever answers for them runs.
 */
const TIERS: readonly (readonly string[])[] = [
  ['Namespace'],
  ['CustomResourceDefinition'],
  ['PriorityLevelConfiguration', 'ServiceCIDR', 'Node'],
  ['FlowSchema', 'IPAddress', 'CSIDriver', 'CSINode', 'DeviceClass', 'IngressClass', 'PriorityClass', 'RuntimeClass'],
  ['StorageClass', 'VolumeAttributesClass', 'CSIStorageCapacity', 'ResourceSlice', 'ResourceQuota', 'LimitRange'],
  ['ServiceAccount', 'ClusterRole', 'Role'],
  ['ClusterRoleBinding', 'RoleBinding'],
  ['ConfigMap', 'Secret', 'ControllerRevision', 'Lease', 'CertificateSigningRequest'],
  ['PersistentVolume', 'ResourceClaimTemplate'],
  ['PersistentVolumeClaim', 'ResourceClaim', 'VolumeAttachment'],
  ['NetworkPolicy'],
  ['Service'],
  ['Endpoints', 'EndpointSlice'],
  [
    'Pod',
    'PodTemplate',
    'ReplicationController',
    'ReplicaSet',
    'Deployment',
    'StatefulSet',
    'DaemonSet',
    'Job',
    'CronJob',
  ],
  ['HorizontalPodAutoscaler', 'PodDisruptionBudget', 'Ingress', 'Binding', 'Event'],
  ['APIService'],
  [], // custom resources, whatever their kind
  ['ValidatingAdmissionPolicy', 'MutatingAdmissionPolicy'],
  [
    'ValidatingAdmissionPolicyBinding',
    'MutatingAdmissionPolicyBinding',
    'ValidatingWebhookConfiguration',
    'MutatingWebhookConfiguration',
  ],
];

const CUSTOM = TIERS.findIndex((kinds) => kinds.length === 0);
const tiers = new Map(TIERS.flatMap((kinds, tier) => kinds.map((kind) => [kind, tier] as const)));

/**
 * The place of an object in the order of application: a lower tier first. Custom resources come after everything that an
 * operator may need to serve them, but before webhooks.
 */
export function applyTier({ apiVersion, kind }: Readonly<Record<string, unknown>>): number {
  const [group, version] = String(apiVersion).split('/');
  const builtIn = version === undefined || isBuiltInGroup(group ?? '');
  return (builtIn ? tiers.get(String(kind)) : undefined) ?? CUSTOM;
}
