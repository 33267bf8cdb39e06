import type { PersistentVolumeClaim, PersistentVolumeClaimSpec, TypedLocalObjectReference } from '../generated/decoded';
import { featureEnabled } from './feature-gates';
import { defaultResources } from './resource-list';

/**
 * Fills in a claim: volume mode, data sources, the finalizer that keeps a claim in use.
 *
 * Follows kubernetes pkg/apis/core/v1/defaults.go SetDefaults_PersistentVolumeClaimSpec,
 * pkg/registry/core/persistentvolumeclaim/strategy.go PrepareForCreate and
 * plugin/pkg/admission/storage/storageobjectinuseprotection admitPVC.
 */
export function defaultPersistentVolumeClaim(claim: PersistentVolumeClaim, minor: number): void {
  claim.spec ??= {};
  defaultPersistentVolumeClaimSpec(claim.spec);
  dropDisabledClaimFields(claim.spec, minor);
  normalizeDataSources(claim.spec);
  claim.metadata ??= {};
  claim.metadata.finalizers ??= [];
  if (!claim.metadata.finalizers.includes('kubernetes.io/pvc-protection')) {
    claim.metadata.finalizers.push('kubernetes.io/pvc-protection');
  }
}

/** The volume mode, and whole thousandths in its resources. Shared by claims, their templates and ephemeral volumes. */
export function defaultPersistentVolumeClaimSpec(spec: PersistentVolumeClaimSpec): void {
  spec.volumeMode ??= 'Filesystem';
  defaultResources(spec.resources);
}

/** Only for claims themselves, not for templates of them. Follows pkg/api/persistentvolumeclaim/util.go DropDisabledFields. */
function dropDisabledClaimFields(spec: PersistentVolumeClaimSpec, minor: number): void {
  if (spec.volumeAttributesClassName !== undefined && !featureEnabled('VolumeAttributesClass', minor)) {
    delete spec.volumeAttributesClassName;
  }
  if (spec.dataSourceRef?.namespace && !featureEnabled('CrossNamespaceVolumeDataSource', minor)) {
    delete spec.dataSourceRef;
  }
}

/**
 * Drops a data source that is neither a claim nor a snapshot, then copies source and reference to each other.
 *
 * Follows kubernetes pkg/api/persistentvolumeclaim/util.go EnforceDataSourceBackwardsCompatibility and
 * NormalizeDataSources.
 */
function normalizeDataSources(spec: PersistentVolumeClaimSpec): void {
  if (spec.dataSourceRef === undefined && spec.dataSource !== undefined && !isClaimOrSnapshot(spec.dataSource)) {
    delete spec.dataSource;
  }
  if (spec.dataSource !== undefined && spec.dataSourceRef === undefined) {
    spec.dataSourceRef = { ...spec.dataSource };
  } else if (spec.dataSourceRef !== undefined && spec.dataSource === undefined && !spec.dataSourceRef.namespace) {
    const { namespace: _, ...reference } = spec.dataSourceRef;
    spec.dataSource = reference;
  }
}

function isClaimOrSnapshot({ apiGroup, kind }: TypedLocalObjectReference): boolean {
  if (kind === 'PersistentVolumeClaim') return !apiGroup;
  return kind === 'VolumeSnapshot' && apiGroup === 'snapshot.storage.k8s.io';
}
