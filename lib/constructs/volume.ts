import type {
  ConfigMapProjection,
  ConfigMapVolumeSource,
  Volume as KubernetesVolume,
  PersistentVolumeClaimVolumeSource,
  ProjectedVolumeSource,
  SecretProjection,
  SecretVolumeSource,
  VolumeProjection,
} from '../../imports/k8s';
import type { ExactlyOne } from './exactly-one';
import type { ByName } from './named';

/** One source of a projected volume. */
export type Projection = ExactlyOne<
  Omit<Required<VolumeProjection>, 'configMap' | 'secret'> & {
    readonly configMap: ByName<ConfigMapProjection, 'name'>;
    readonly secret: ByName<SecretProjection, 'name'>;
  },
  'each entry of sources is one source'
>;

/** Everything that a volume can be made from; other objects are referred to by name or by their construct. */
export interface VolumeSources
  extends Omit<Required<KubernetesVolume>, 'name' | 'configMap' | 'persistentVolumeClaim' | 'projected' | 'secret'> {
  /** The keys of a ConfigMap as files. */
  readonly configMap: ByName<ConfigMapVolumeSource, 'name'>;
  /** The storage behind a PersistentVolumeClaim in the namespace of the pod. */
  readonly persistentVolumeClaim: ByName<PersistentVolumeClaimVolumeSource, 'claimName'>;
  /** Several sources in one directory. */
  readonly projected: Omit<ProjectedVolumeSource, 'sources'> & { readonly sources?: readonly Projection[] };
  /** The keys of a Secret as files. */
  readonly secret: ByName<SecretVolumeSource, 'secretName'>;
}

/** A volume without its name: one source, or none for an empty directory. */
export type Volume =
  | ExactlyOne<VolumeSources, NoSecondSource>
  | { readonly [Source in keyof VolumeSources]?: NoSecondSource };

/** The volumes of a pod by name. */
export type Volumes<Name extends string = string> = { readonly [VolumeName in Name]?: Volume };

type NoSecondSource = 'a volume has one source';

/** The list of volumes that Kubernetes stores, in the order in which they were written. */
export function volumeList(volumes: Volumes): KubernetesVolume[] {
  return Object.entries(volumes).map(([name, source]) => ({ name, ...source }) as KubernetesVolume);
}
