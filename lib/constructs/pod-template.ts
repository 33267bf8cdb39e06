import type { PodSpec as KubernetesPodSpec, LocalObjectReference } from '../../imports/k8s';
import { type Containers, containerList, type InitContainers } from './container';
import { type Fields, isFields, ordered } from './key-order';
import type { PodTemplateMetadata } from './metadata';
import type { Mistake } from './mistake';
import type { ByName, Named } from './named';
import type { WithQuantities } from './quantity';
import { type Volumes, volumeList } from './volume';

/** The fields that are keyed by name, that depend on the kind, or that the server refuses in a manifest. */
type TypedFields =
  | 'activeDeadlineSeconds'
  | 'containers'
  | 'ephemeralContainers'
  | 'imagePullSecrets'
  | 'initContainers'
  | 'restartPolicy'
  | 'serviceAccountName'
  | 'volumes';

/**
 * What every pod can say, with Kubernetes' own field names. Inferred are `C` and `I`, the ports of the containers and of
 * the init containers, `V`, the names of the volumes, and `Q` and `R`, the resources of the containers and of the init
 * containers.
 */
export interface PodFields<C, I, V extends string, Q, R> extends Omit<KubernetesPodSpec, TypedFields> {
  /** The containers, by name; at least one. */
  readonly containers: Containers<C, NoInfer<V>> & AtLeastOne<C> & WithQuantities<Q>;
  /** The containers that run before the others, by name, in order; with `restartPolicy: 'Always'` it is a sidecar. */
  readonly initContainers?: InitContainers<I, NoInfer<V>> & WithQuantities<R>;
  /** The volumes that containers mount, by name. */
  readonly volumes?: Volumes<V>;
  /** The ServiceAccount that the pod runs as. Default: `default`. */
  readonly serviceAccountName?: Named;
  /** The Secrets that the images are pulled with. */
  readonly imagePullSecrets?: readonly ByName<LocalObjectReference, 'name'>[];
}

/** The pods of a workload that keeps them running. */
export interface RunningPodFields<C, I, V extends string, Q, R> extends PodFields<C, I, V, Q, R> {
  /** What follows the exit of a container: it is started again; the server accepts nothing else here. */
  readonly restartPolicy?: 'Always';
  /** What stands beside the pod spec in the pod template. */
  readonly template?: { readonly metadata?: PodTemplateMetadata };
}

/** The pods of a workload that runs to completion. */
export interface CompletingPodFields<C, I, V extends string, Q, R> extends PodFields<C, I, V, Q, R> {
  /** What follows the failure of a container: it is started again in its pod, or the pod has failed. */
  readonly restartPolicy: 'Never' | 'OnFailure';
  /** What stands beside the pod spec in the pod template, and the field of the pod spec that a Job has too. */
  readonly template?: {
    readonly metadata?: PodTemplateMetadata;
    readonly spec?: Pick<KubernetesPodSpec, 'activeDeadlineSeconds'>;
  };
}

type AtLeastOne<C> = keyof C extends never ? Mistake<'a pod has at least one container'> : unknown;

const NOTHING: Fields = {};

const ORDER = ['initContainers', 'containers', 'volumes'];

/** The pod spec that Kubernetes stores; what it does not know stands at its end as it was written. */
export function podSpec(fields: Fields): { [key: string]: unknown } {
  const { containers, initContainers, volumes } = fields;
  const result = ordered(fields, ORDER);
  if (isFields(initContainers)) result.initContainers = containerList(initContainers);
  if (isFields(containers)) result.containers = containerList(containers);
  if (isFields(volumes)) result.volumes = volumeList(volumes as Volumes);
  return result;
}

/**
 * The pod template of a workload.
 * @param labels the labels of its pods, which stand for those given in its metadata
 * @param props the properties of the workload
 * @param own the names of the fields that belong to the workload; all others are those of its pods
 */
export function podTemplate(labels: Fields, props: Fields, own: readonly string[]): Fields {
  const { metadata, spec, ...rest } = isFields(props.template) ? props.template : NOTHING;
  const pod: { [key: string]: unknown } = {};
  for (const key in props) if (!own.includes(key) && key !== 'metadata') pod[key] = props[key];
  if (isFields(spec)) Object.assign(pod, spec);
  const given = ordered(
    isFields(metadata) ? metadata : NOTHING,
    [],
    Object.keys(labels).length > 0 ? { labels } : NOTHING,
  );
  return ordered({ spec: podSpec(pod), ...rest }, [], Object.keys(given).length > 0 ? { metadata: given } : NOTHING);
}
