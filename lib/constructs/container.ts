import type { Container as KubernetesContainer } from '../../imports/k8s';
import { type Env, type EnvFrom, envVars } from './env';
import { type Fields, isFields, ordered } from './key-order';
import type { Lifecycle } from './lifecycle';
import type { Mistake } from './mistake';
import { type AnyPorts, containerPorts, type PortName, type Ports } from './port';
import type { LivenessProbe, ReadinessProbe, StartupProbe } from './probe';
import { type VolumeDevices, type VolumeMounts, volumeDeviceList, volumeMountList } from './volume-mount';

/** The fields that are keyed by name, or that say more than Kubernetes' own type. */
type TypedFields =
  | 'env'
  | 'envFrom'
  | 'image'
  | 'lifecycle'
  | 'livenessProbe'
  | 'name'
  | 'ports'
  | 'readinessProbe'
  | 'restartPolicy'
  | 'startupProbe'
  | 'volumeDevices'
  | 'volumeMounts';

/** What every container can say; `P` is inferred from its `ports`, `V` are the names of the volumes of the pod. */
export interface ContainerFields<V extends string, P> extends Omit<KubernetesContainer, TypedFields> {
  /** The image to run, `name:tag` or `name@digest`. */
  readonly image: string;
  /** The ports the container listens on, by name. */
  readonly ports?: Ports<P>;
  /** The environment variables, by name. */
  readonly env?: Env;
  /** ConfigMaps and Secrets whose keys all become environment variables; `env` wins over them. */
  readonly envFrom?: readonly EnvFrom[];
  /** The volumes the container sees, by path. */
  readonly volumeMounts?: VolumeMounts<V>;
  /** The block devices the container sees, by path. */
  readonly volumeDevices?: VolumeDevices<V>;
}

/** What a container that keeps running can say: how the kubelet watches it, starts it and stops it. */
interface RunningFields<P> {
  /** Restarts the container when it fails. */
  readonly livenessProbe?: LivenessProbe<NoInfer<PortName<P>>>;
  /** Takes the pod out of its Services while it fails. */
  readonly readinessProbe?: ReadinessProbe<NoInfer<PortName<P>>>;
  /** Holds the other probes back until it has succeeded once. */
  readonly startupProbe?: StartupProbe<NoInfer<PortName<P>>>;
  /** Actions after the start and before the stop. */
  readonly lifecycle?: Lifecycle<NoInfer<PortName<P>>>;
}

/**
 * A container without its name: the key it stands under is the name. `Container<'data'>` is one that may mount the volume
 * `data`.
 */
export interface Container<V extends string = never, P = AnyPorts> extends ContainerFields<V, P>, RunningFields<P> {
  /** What follows the exit of this container. Default: the `restartPolicy` of the pod. */
  readonly restartPolicy?: KubernetesContainer['restartPolicy'];
}

/** An init container that keeps running beside the containers: a sidecar. It is watched as they are. */
export interface SidecarContainer<V extends string = never, P = AnyPorts>
  extends ContainerFields<V, P>,
    RunningFields<P> {
  /** Makes the init container a sidecar. */
  readonly restartPolicy: 'Always';
}

/** An init container that runs to its end before the next one starts: nothing watches it. */
export interface RegularInitContainer<V extends string = never, P = AnyPorts> extends ContainerFields<V, P> {
  readonly restartPolicy?: 'Never' | 'OnFailure';
  readonly livenessProbe?: NotWatched;
  readonly readinessProbe?: NotWatched;
  readonly startupProbe?: NotWatched;
  readonly lifecycle?: NotWatched;
}

type NotWatched = Mistake<"only an init container with restartPolicy 'Always' has probes and a lifecycle">;

/** A container that runs before those of the pod, or as a sidecar from then on. */
export type InitContainer<V extends string = never, P = AnyPorts> = SidecarContainer<V, P> | RegularInitContainer<V, P>;

/** The containers of a pod by name; `C` is inferred, one entry for the ports of each. */
export type Containers<C, V extends string> = { readonly [Name in keyof C]: Container<V, C[Name]> };

/** The init containers of a pod by name, in the order in which they start; one that is undefined is left out. */
export type InitContainers<I, V extends string> = { readonly [Name in keyof I]: InitContainer<V, I[Name]> | undefined };

const ORDER = [
  'name',
  'image',
  'imagePullPolicy',
  'restartPolicy',
  'restartPolicyRules',
  'command',
  'args',
  'workingDir',
  'ports',
  'envFrom',
  'env',
  'resources',
  'resizePolicy',
  'startupProbe',
  'livenessProbe',
  'readinessProbe',
  'lifecycle',
  'volumeMounts',
  'volumeDevices',
  'securityContext',
];

/** The list of containers that Kubernetes stores, in the order in which they were written. */
export function containerList(containers: Fields): unknown[] {
  return Object.entries(containers).map(([name, container]) =>
    isFields(container) ? kubernetesContainer(name, container) : container,
  );
}

function kubernetesContainer(name: string, container: Fields): { [key: string]: unknown } {
  const { ports, env, volumeMounts, volumeDevices } = container;
  const result = ordered(container, ORDER, { name });
  if (isFields(ports)) result.ports = containerPorts(ports as Ports);
  if (isFields(env)) result.env = envVars(env as Env);
  if (isFields(volumeMounts)) result.volumeMounts = volumeMountList(volumeMounts as VolumeMounts);
  if (isFields(volumeDevices)) result.volumeDevices = volumeDeviceList(volumeDevices as VolumeDevices);
  return result;
}
