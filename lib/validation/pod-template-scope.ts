import type { LabelSelector, PersistentVolumeClaim, Volume } from '../kubernetes/generated/decoded';
import { isBuildable } from '../kubernetes/label-selector';
import { FieldPath } from './field-path';
import type { ObjectContext } from './nodes';

/** How much of a pod template the API server validates. */
export type PodTemplateScope = 'all' | 'metadata' | 'nothing';

/** The first minor that validates the pod spec and the volume claim templates of a StatefulSet. */
export const STATEFUL_SET_TEMPLATES_SINCE = 34;

interface WorkloadSpec {
  readonly selector?: LabelSelector;
  readonly template?: unknown;
  readonly volumeClaimTemplates?: readonly PersistentVolumeClaim[];
}

/**
 * How much of an object's pod template the API server validates.
 *
 * A Deployment, ReplicaSet or StatefulSet whose selector cannot be built is not asked for its template; a
 * ReplicationController without a template has none, where the other kinds have an empty one; a StatefulSet was long
 * asked for the labels and annotations only.
 *
 * Follows kubernetes pkg/apis/apps/validation/validation.go ValidateDeploymentSpec, ValidateReplicaSetSpec,
 * ValidatePodTemplateSpecForStatefulSet and pkg/apis/core/validation/validation.go ValidatePodTemplateSpecForRC.
 */
export function podTemplateScope({ kind, minor, object }: Omit<ObjectContext, 'given'>): PodTemplateScope {
  const { selector, template } = (object.spec ?? {}) as WorkloadSpec;
  switch (kind.kind) {
    case 'Deployment':
    case 'ReplicaSet':
      return selector === undefined || isBuildable(selector) ? 'all' : 'nothing';
    case 'StatefulSet':
      if (selector !== undefined && !isBuildable(selector)) return 'nothing';
      return minor >= STATEFUL_SET_TEMPLATES_SINCE ? 'all' : 'metadata';
    case 'ReplicationController':
      return template === undefined ? 'nothing' : 'all';
    default:
      return 'all';
  }
}

/** A volume that stands for a claim template, and where that is. */
export interface ClaimVolume {
  readonly volume: Volume;
  readonly place: FieldPath;
}

/**
 * The volumes that a StatefulSet makes of its claim templates, by name; each stands in for a volume of the same name.
 *
 * Follows kubernetes pkg/apis/apps/validation/validation.go ValidateStatefulSetSpec, which adds them as the
 * controller does.
 */
export function claimTemplateVolumes({ kind, object }: Omit<ObjectContext, 'given'>): ReadonlyMap<string, ClaimVolume> {
  if (kind.kind !== 'StatefulSet') return NONE;
  const { volumeClaimTemplates } = (object.spec ?? {}) as WorkloadSpec;
  if (volumeClaimTemplates === undefined) return NONE;
  const volumes = new Map<string, ClaimVolume>();
  volumeClaimTemplates.forEach(({ metadata }, index) => {
    const name = metadata?.name ?? '';
    const place = FieldPath.root.down('spec', 'volumeClaimTemplates').index(index).child('metadata');
    volumes.set(name, { volume: { name, persistentVolumeClaim: { claimName: name } }, place });
  });
  return volumes;
}

const NONE: ReadonlyMap<string, ClaimVolume> = new Map();
