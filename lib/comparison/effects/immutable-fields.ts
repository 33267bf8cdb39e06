import type { Job, PersistentVolumeClaim, Pod, Service } from '../../kubernetes/generated/decoded';
import { compareQuantities, parseQuantity } from '../../kubernetes/quantity';
import { isSame, type JsonObject } from '../json';
import type { ObjectPair } from './object-pair';

/** A field that changes, with what the server makes of its values. */
export interface ServedField {
  /** The names of fields that lead there, without the items of lists. */
  readonly steps: readonly string[];
  readonly before: unknown;
  readonly after: unknown;
}

/** What the API server holds against updates of a kind. */
interface Immutability {
  /** Where upstream says so. */
  readonly source: string;
  /** Whether the server refuses to change this field. */
  refuses(field: ServedField, pair: Required<ObjectPair>): boolean;
}

const CORE = 'kubernetes pkg/apis/core/validation/validation.go';

/** By group and kind. */
const IMMUTABLE: Readonly<Record<string, Immutability>> = {
  '/ConfigMap': { source: `${CORE} ValidateConfigMapUpdate`, refuses: sealed('data', 'binaryData', 'immutable') },
  '/PersistentVolume': { source: `${CORE} ValidatePersistentVolumeUpdate`, refuses: refusesVolume },
  '/PersistentVolumeClaim': { source: `${CORE} ValidatePersistentVolumeClaimUpdate`, refuses: refusesClaim },
  '/Pod': { source: `${CORE} ValidatePodUpdate`, refuses: refusesPod },
  '/ResourceQuota': { source: `${CORE} ValidateResourceQuotaUpdate`, refuses: all('spec.scopes') },
  '/Secret': {
    source: `${CORE} ValidateSecretUpdate`,
    refuses: (field, pair) => all('type')(field) || sealed('data', 'stringData', 'immutable')(field, pair),
  },
  '/Service': {
    source: `${CORE} ValidateServiceUpdate, validateServiceClusterIPsRelatedFields`,
    refuses: refusesService,
  },
  'apps/ControllerRevision': {
    source: 'kubernetes pkg/apis/apps/validation/validation.go ValidateControllerRevisionUpdate',
    refuses: all('data'),
  },
  'apps/DaemonSet': {
    source: 'kubernetes pkg/registry/apps/daemonset/strategy.go ValidateUpdate',
    refuses: all('spec.selector'),
  },
  'apps/Deployment': {
    source: 'kubernetes pkg/registry/apps/deployment/strategy.go ValidateUpdate',
    refuses: all('spec.selector'),
  },
  'apps/ReplicaSet': {
    source: 'kubernetes pkg/registry/apps/replicaset/strategy.go ValidateUpdate',
    refuses: all('spec.selector'),
  },
  'apps/StatefulSet': {
    source: 'kubernetes pkg/apis/apps/validation/validation.go ValidateStatefulSetUpdate',
    refuses: refusesStatefulSet,
  },
  'batch/Job': {
    source: 'kubernetes pkg/apis/batch/validation/validation.go ValidateJobSpecUpdate',
    refuses: refusesJob,
  },
  'certificates.k8s.io/CertificateSigningRequest': {
    source: 'kubernetes pkg/registry/certificates/certificates/strategy.go PrepareForUpdate',
    refuses: all('spec'),
  },
  'discovery.k8s.io/EndpointSlice': {
    source: 'kubernetes pkg/apis/discovery/validation/validation.go ValidateEndpointSliceUpdate',
    refuses: all('addressType'),
  },
  'apiextensions.k8s.io/CustomResourceDefinition': {
    source: 'apiextensions-apiserver pkg/apis/apiextensions/validation/validation.go requireImmutableNames',
    refuses: all('spec.group', 'spec.names.plural', 'spec.names.kind', 'spec.scope'),
  },
  'networking.k8s.io/IPAddress': {
    source: 'kubernetes pkg/apis/networking/validation/validation.go ValidateIPAddressUpdate',
    refuses: all('spec.parentRef'),
  },
  'networking.k8s.io/IngressClass': {
    source: 'kubernetes pkg/apis/networking/validation/validation.go ValidateIngressClassUpdate',
    refuses: all('spec.controller'),
  },
  'networking.k8s.io/ServiceCIDR': {
    source: 'kubernetes pkg/apis/networking/validation/validation.go ValidateServiceCIDRUpdate',
    refuses: all('spec.cidrs'),
  },
  'node.k8s.io/RuntimeClass': {
    source: 'kubernetes pkg/apis/node/validation/validation.go ValidateRuntimeClassUpdate',
    refuses: all('handler'),
  },
  'rbac.authorization.k8s.io/ClusterRoleBinding': {
    source: 'kubernetes pkg/apis/rbac/validation/validation.go ValidateClusterRoleBindingUpdate',
    refuses: all('roleRef'),
  },
  'rbac.authorization.k8s.io/RoleBinding': {
    source: 'kubernetes pkg/apis/rbac/validation/validation.go ValidateRoleBindingUpdate',
    refuses: all('roleRef'),
  },
  'resource.k8s.io/ResourceClaim': {
    source: 'kubernetes pkg/apis/resource/validation/validation.go ValidateResourceClaimUpdate',
    refuses: all('spec'),
  },
  'resource.k8s.io/ResourceClaimTemplate': {
    source: 'kubernetes pkg/apis/resource/validation/validation.go ValidateResourceClaimTemplateUpdate',
    refuses: all('spec'),
  },
  'resource.k8s.io/ResourceSlice': {
    source: 'kubernetes pkg/apis/resource/validation/validation.go validateResourceSliceSpec',
    refuses: all('spec.driver', 'spec.pool.name', 'spec.nodeName'),
  },
  'scheduling.k8s.io/PriorityClass': {
    source: 'kubernetes pkg/apis/scheduling/validation/validation.go ValidatePriorityClassUpdate',
    refuses: all('value', 'preemptionPolicy'),
  },
  'storage.k8s.io/CSIDriver': {
    source: 'kubernetes pkg/apis/storage/validation/validation.go ValidateCSIDriverUpdate',
    refuses: all('spec.attachRequired', 'spec.volumeLifecycleModes'),
  },
  'storage.k8s.io/CSIStorageCapacity': {
    source: 'kubernetes pkg/apis/storage/validation/validation.go ValidateCSIStorageCapacityUpdate',
    refuses: all('nodeTopology', 'storageClassName'),
  },
  'storage.k8s.io/StorageClass': {
    source: 'kubernetes pkg/apis/storage/validation/validation.go ValidateStorageClassUpdate',
    refuses: all('provisioner', 'parameters', 'reclaimPolicy', 'volumeBindingMode'),
  },
  'storage.k8s.io/VolumeAttachment': {
    source: 'kubernetes pkg/apis/storage/validation/validation.go ValidateVolumeAttachmentUpdate',
    refuses: all('spec'),
  },
  'storage.k8s.io/VolumeAttributesClass': {
    source: 'kubernetes pkg/apis/storage/validation/validation.go ValidateVolumeAttributesClassUpdate',
    refuses: all('driverName', 'parameters'),
  },
};

/** Whether the API server refuses to change a field of an object that exists. */
export function isImmutable(field: ServedField, pair: ObjectPair): boolean {
  const { kind, minor, before, after } = pair;
  if (!before || !after) return false;
  return IMMUTABLE[`${kind.group}/${kind.kind}`]?.refuses(field, { kind, minor, before, after }) ?? false;
}

/** Whether a field is one of some fields, or lies below one of them. */
function isBelow(steps: readonly string[], fields: readonly string[]): boolean {
  return fields.some((field) => isSame(steps.slice(0, field.split('.').length), field.split('.')));
}

function all(...fields: string[]) {
  return ({ steps }: ServedField) => isBelow(steps, fields);
}

/** Fields that are frozen once `immutable: true` is set. */
function sealed(...fields: string[]) {
  return ({ steps }: ServedField, { before }: { before: JsonObject }) =>
    before.immutable === true && isBelow(steps, fields);
}

const STATEFUL_SET_MUTABLE = [
  'spec.replicas',
  'spec.ordinals',
  'spec.template',
  'spec.updateStrategy',
  'spec.persistentVolumeClaimRetentionPolicy',
  'spec.minReadySeconds',
];
const HISTORY_MUTABLE_SINCE = 33;

function refusesStatefulSet({ steps }: ServedField, { minor }: ObjectPair): boolean {
  const isHistory = minor >= HISTORY_MUTABLE_SINCE && isBelow(steps, ['spec.revisionHistoryLimit']);
  return steps[0] === 'spec' && !isHistory && !isBelow(steps, STATEFUL_SET_MUTABLE);
}

const JOB_FROZEN = [
  'spec.selector',
  'spec.template',
  'spec.completionMode',
  'spec.podFailurePolicy',
  'spec.backoffLimitPerIndex',
  'spec.managedBy',
  'spec.successPolicy',
];
/** What a suspended Job may still change. */
const SUSPENDED_MUTABLE = [
  'spec.template.metadata.labels',
  'spec.template.metadata.annotations',
  'spec.template.spec.nodeSelector',
  'spec.template.spec.affinity.nodeAffinity',
  'spec.template.spec.tolerations',
  'spec.template.spec.schedulingGates',
];

function refusesJob({ steps }: ServedField, { before, after }: Required<ObjectPair>): boolean {
  const [old, young] = [before as Job, after as Job];
  if (old.spec?.suspend && isBelow(steps, SUSPENDED_MUTABLE)) return false;
  if (!isBelow(steps, ['spec.completions'])) return isBelow(steps, JOB_FROZEN);
  const isElastic = young.spec?.completionMode === 'Indexed' && young.spec.completions === young.spec.parallelism;
  return !isElastic;
}

const POD_MUTABLE = ['spec.containers.image', 'spec.initContainers.image', 'spec.schedulingGates'];

function refusesPod({ steps }: ServedField, { before, after }: Required<ObjectPair>): boolean {
  if (steps[0] !== 'spec' || isBelow(steps, POD_MUTABLE)) return false;
  const [old, young] = [(before as Pod).spec ?? {}, (after as Pod).spec ?? {}];
  if (isBelow(steps, ['spec.activeDeadlineSeconds'])) {
    const [from = Number.POSITIVE_INFINITY, to = Number.POSITIVE_INFINITY] = [
      old.activeDeadlineSeconds,
      young.activeDeadlineSeconds,
    ];
    return to > from;
  }
  if (!isBelow(steps, ['spec.tolerations'])) return true;
  return !(old.tolerations ?? []).every((toleration) => young.tolerations?.some((kept) => isSame(kept, toleration)));
}

/** A claim may grow, be bound, and change its attributes class. */
function refusesClaim({ steps, before }: ServedField, pair: Required<ObjectPair>): boolean {
  if (steps[0] !== 'spec') return false;
  if (isBelow(steps, ['spec.volumeAttributesClassName'])) return false;
  if (isBelow(steps, ['spec.volumeName'])) return before !== undefined;
  if (!isBelow(steps, ['spec.resources.requests.storage'])) return true;
  const [from, to] = [pair.before, pair.after].map((claim) =>
    parseQuantity((claim as PersistentVolumeClaim).spec?.resources?.requests?.storage ?? ''),
  );
  return !from || !to || compareQuantities(to, from) < 0;
}

const VOLUME_MUTABLE = [
  'spec.accessModes',
  'spec.capacity',
  'spec.claimRef',
  'spec.mountOptions',
  'spec.persistentVolumeReclaimPolicy',
  'spec.storageClassName',
  'spec.volumeAttributesClassName',
];

/** Its source and its mode never change, its node affinity once it has one. */
function refusesVolume({ steps }: ServedField, { before }: Required<ObjectPair>): boolean {
  if (steps[0] !== 'spec' || isBelow(steps, VOLUME_MUTABLE)) return false;
  return !isBelow(steps, ['spec.nodeAffinity']) || (before.spec as JsonObject | undefined)?.nodeAffinity !== undefined;
}

/** Addresses that a manifest no longer names stay as they are; those that it newly names differ from the given ones. */
function refusesService({ steps, before, after }: ServedField, pair: Required<ObjectPair>): boolean {
  const types = [pair.before, pair.after].map((service) => (service as Service).spec?.type);
  if (isBelow(steps, ['spec.loadBalancerClass'])) return types.every((type) => type === 'LoadBalancer');
  if (types.includes('ExternalName') || after === undefined) return false;
  if (isBelow(steps, ['spec.clusterIP', 'spec.clusterIPs'])) return true;
  if (isBelow(steps, ['spec.healthCheckNodePort'])) return before !== undefined;
  return isBelow(steps, ['spec.ipFamilies']) && Array.isArray(before) && before[0] !== (after as unknown[])[0];
}
