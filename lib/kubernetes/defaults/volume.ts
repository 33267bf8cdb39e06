import type { DownwardAPIVolumeFile, Volume, VolumeProjection } from '../generated/decoded';
import { featureEnabled } from './feature-gates';
import { imagePullPolicyOf } from './image-pull-policy';
import { defaultPersistentVolumeClaimSpec } from './persistent-volume-claim';
import { defaultAzureDisk, defaultHostPath, defaultISCSI, defaultRBD, defaultScaleIO } from './volume-source';

/** `0644`: the mode of the files in a volume of configuration. */
const FILE_MODE = 0o644;
const TOKEN_LIFETIME_SECONDS = 3600;

/**
 * Fills in a volume of a pod; one without any source becomes an emptyDir.
 *
 * Follows kubernetes pkg/apis/core/v1/defaults.go SetDefaults_Volume and the functions of the sources.
 */
export function defaultVolume(volume: Volume, minor: number): void {
  if (!hasSource(volume)) volume.emptyDir = {};
  const { configMap, secret, projected, downwardAPI, hostPath, image, ephemeral } = volume;
  if (configMap) configMap.defaultMode ??= FILE_MODE;
  if (secret) secret.defaultMode ??= FILE_MODE;
  if (hostPath) defaultHostPath(hostPath);
  if (downwardAPI) {
    downwardAPI.defaultMode ??= FILE_MODE;
    defaultDownwardFiles(downwardAPI.items);
  }
  if (projected) {
    projected.defaultMode ??= FILE_MODE;
    for (const source of projected.sources ?? []) defaultProjection(source);
  }
  if (image && !image.pullPolicy && featureEnabled('ImageVolume', minor)) {
    image.pullPolicy = imagePullPolicyOf(image.reference ?? '');
  }
  if (ephemeral?.volumeClaimTemplate) {
    ephemeral.volumeClaimTemplate.spec ??= {};
    defaultPersistentVolumeClaimSpec(ephemeral.volumeClaimTemplate.spec);
  }
  if (volume.iscsi) defaultISCSI(volume.iscsi);
  if (volume.rbd) defaultRBD(volume.rbd);
  if (volume.azureDisk) defaultAzureDisk(volume.azureDisk);
  if (volume.scaleIO) defaultScaleIO(volume.scaleIO);
}

/** Every field of a volume but its name is a source. */
function hasSource(volume: Volume): boolean {
  for (const field in volume) if (field !== 'name') return true;
  return false;
}

function defaultProjection(source: VolumeProjection): void {
  defaultDownwardFiles(source.downwardAPI?.items);
  if (source.serviceAccountToken) source.serviceAccountToken.expirationSeconds ??= TOKEN_LIFETIME_SECONDS;
}

function defaultDownwardFiles(files: DownwardAPIVolumeFile[] | undefined): void {
  if (files === undefined) return;
  for (const { fieldRef } of files) if (fieldRef && !fieldRef.apiVersion) fieldRef.apiVersion = 'v1';
}
