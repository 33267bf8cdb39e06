import type { PersistentVolumeSpec, Volume } from '../kubernetes/generated/decoded';

/** The sources of a pod's volume, in the order in which the API server looks at them. Follows validateVolumeSource. */
const podVolumeSources = [
  'emptyDir',
  'hostPath',
  'gitRepo',
  'gcePersistentDisk',
  'awsElasticBlockStore',
  'secret',
  'nfs',
  'iscsi',
  'glusterfs',
  'flocker',
  'persistentVolumeClaim',
  'rbd',
  'cinder',
  'cephfs',
  'quobyte',
  'downwardAPI',
  'fc',
  'flexVolume',
  'configMap',
  'azureFile',
  'vsphereVolume',
  'photonPersistentDisk',
  'portworxVolume',
  'azureDisk',
  'storageos',
  'projected',
  'scaleIO',
  'csi',
  'ephemeral',
  'image',
] as const;

/** The sources of a PersistentVolume, in the order of ValidatePersistentVolumeSpec. */
const persistentVolumeSources = [
  'hostPath',
  'gcePersistentDisk',
  'awsElasticBlockStore',
  'glusterfs',
  'flocker',
  'nfs',
  'rbd',
  'quobyte',
  'cephfs',
  'iscsi',
  'cinder',
  'fc',
  'flexVolume',
  'azureFile',
  'vsphereVolume',
  'photonPersistentDisk',
  'portworxVolume',
  'azureDisk',
  'scaleIO',
  'local',
  'storageos',
  'csi',
] as const;

/** The sources of a pod's volume beside the first, which the API server refuses without a look inside. */
export function surplusPodSources(volume: Volume): readonly (keyof Volume)[] {
  let fields = 0;
  for (const field in volume) if (field !== 'name') fields += 1;
  return fields <= 1 ? NONE : surplus(volume, podVolumeSources);
}

/** The like of a PersistentVolume, where a flexVolume is never taken for a second source. */
export function surplusVolumeSources(spec: PersistentVolumeSpec): readonly (keyof PersistentVolumeSpec)[] {
  const sources = surplus(spec, persistentVolumeSources);
  return sources.length === 0 ? sources : sources.filter((source) => source !== 'flexVolume');
}

function surplus<Source extends string>(
  volume: { readonly [source in Source]?: unknown },
  order: readonly Source[],
): readonly Source[] {
  let found = 0;
  for (const source of order) if (volume[source] !== undefined) found += 1;
  return found <= 1 ? NONE : order.filter((source) => volume[source] !== undefined).slice(1);
}

const NONE: readonly never[] = [];

/** A volume without some of its sources; itself when there are none to leave out. */
export function withoutSources<Holder extends object>(volume: Holder, sources: readonly string[]): Holder {
  if (sources.length === 0) return volume;
  return Object.fromEntries(Object.entries(volume).filter(([field]) => !sources.includes(field))) as Holder;
}
