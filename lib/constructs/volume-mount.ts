import type { VolumeMount as KubernetesVolumeMount, VolumeDevice } from '../../imports/k8s';
import type { Mistake } from './mistake';

/** Where and how a volume is mounted, without the path: the key it stands under is the path. */
export type VolumeMount<Name extends string = string> = Omit<KubernetesVolumeMount, 'mountPath' | 'name'> & {
  /** The name of a volume of the same pod. */
  readonly name: KnownVolumeName<Name>;
};

/**
 * The mounts of a container by path, which is unique in a container: `{ '/data': 'data' }`, or with options
 * `{ '/etc/app': { name: 'config', readOnly: true } }`. A volume may be mounted at several paths.
 */
export type VolumeMounts<Name extends string = string> = {
  readonly [mountPath: string]: KnownVolumeName<Name> | VolumeMount<Name>;
};

/** The block devices of a container by path, each with the name of a volume of the same pod. */
export type VolumeDevices<Name extends string = string> = { readonly [devicePath: string]: KnownVolumeName<Name> };

/** The names that a mount may use; in a pod without volumes, a type that no value has. */
type KnownVolumeName<Name extends string> = [Name] extends [never] ? Mistake<'this pod has no volume'> : Name;

/** The list of mounts that Kubernetes stores, in the order in which they were written. */
export function volumeMountList(mounts: VolumeMounts): KubernetesVolumeMount[] {
  return Object.entries(mounts).map(([mountPath, mount]) => {
    if (typeof mount !== 'object') return { name: mount, mountPath };
    const { name, ...options } = mount;
    return { name, mountPath, ...options };
  });
}

/** The list of block devices that Kubernetes stores, in the order in which they were written. */
export function volumeDeviceList(devices: VolumeDevices): VolumeDevice[] {
  return Object.entries(devices).map(([devicePath, name]) => ({ name, devicePath }));
}
