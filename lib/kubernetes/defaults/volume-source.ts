import type {
  AzureDiskVolumeSource,
  HostPathVolumeSource,
  ISCSIVolumeSource,
  RBDVolumeSource,
  ScaleIOVolumeSource,
} from '../generated/decoded';

/** The empty type: nothing is checked before mounting. Follows SetDefaults_HostPathVolumeSource. */
export function defaultHostPath(source: HostPathVolumeSource): void {
  source.type ??= '';
}

/** The default interface. Follows the `+default` marks of ISCSIVolumeSource, which persistent volumes share. */
export function defaultISCSI(source: Pick<ISCSIVolumeSource, 'iscsiInterface'>): void {
  if (!source.iscsiInterface) source.iscsiInterface = 'default';
}

/** Pool, user and keyring. Follows the `+default` marks of RBDVolumeSource, which persistent volumes share. */
export function defaultRBD(source: Pick<RBDVolumeSource, 'pool' | 'user' | 'keyring'>): void {
  if (!source.pool) source.pool = 'rbd';
  if (!source.user) source.user = 'admin';
  if (!source.keyring) source.keyring = '/etc/ceph/keyring';
}

/** Caching, file system and kind. Follows the `+default` marks of AzureDiskVolumeSource. */
export function defaultAzureDisk(source: AzureDiskVolumeSource): void {
  source.cachingMode ??= 'ReadWrite';
  source.fsType ??= 'ext4';
  source.readOnly ??= false;
  source.kind ??= 'Shared';
}

/** Storage mode and file system. Follows the `+default` marks of ScaleIOVolumeSource, which persistent volumes share. */
export function defaultScaleIO(source: Pick<ScaleIOVolumeSource, 'storageMode' | 'fsType'>): void {
  if (!source.storageMode) source.storageMode = 'ThinProvisioned';
  if (!source.fsType) source.fsType = 'xfs';
}
