import type { PersistentVolume } from '../generated/decoded';
import { featureEnabled } from './feature-gates';
import { defaultResourceList } from './resource-list';
import { defaultAzureDisk, defaultHostPath, defaultISCSI, defaultRBD, defaultScaleIO } from './volume-source';

const PROTECTION = 'kubernetes.io/pv-protection';

/**
 * Fills in a PersistentVolume.
 *
 * Follows kubernetes pkg/apis/core/v1/defaults.go SetDefaults_PersistentVolume,
 * pkg/api/persistentvolume/util.go DropDisabledSpecFields and
 * plugin/pkg/admission/storage/storageobjectinuseprotection admitPV.
 */
export function defaultPersistentVolume(volume: PersistentVolume, minor: number): void {
  volume.spec ??= {};
  const { spec } = volume;
  if (!spec.persistentVolumeReclaimPolicy) spec.persistentVolumeReclaimPolicy = 'Retain';
  spec.volumeMode ??= 'Filesystem';
  defaultResourceList(spec.capacity);
  if (spec.hostPath) defaultHostPath(spec.hostPath);
  if (spec.iscsi) defaultISCSI(spec.iscsi);
  if (spec.rbd) defaultRBD(spec.rbd);
  if (spec.azureDisk) defaultAzureDisk(spec.azureDisk);
  if (spec.scaleIO) defaultScaleIO(spec.scaleIO);
  if (spec.volumeAttributesClassName !== undefined && !featureEnabled('VolumeAttributesClass', minor)) {
    delete spec.volumeAttributesClassName;
  }
  volume.metadata ??= {};
  volume.metadata.finalizers ??= [];
  if (!volume.metadata.finalizers.includes(PROTECTION)) volume.metadata.finalizers.push(PROTECTION);
}
