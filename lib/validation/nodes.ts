import type {
  Affinity,
  AppArmorProfile,
  Container,
  ContainerPort,
  EnvFromSource,
  EnvVar,
  EphemeralContainer,
  LifecycleHandler,
  ObjectMeta,
  PodAffinityTerm,
  PodSpec,
  PodTemplateSpec,
  Probe,
  SeccompProfile,
  TopologySpreadConstraint,
  Volume,
  VolumeMount,
  WindowsSecurityContextOptions,
} from '../kubernetes/generated/decoded';
import type { Kind } from '../kubernetes/kinds';
import type { FieldPath } from './field-path';
import type { KindNodeTypes } from './kind-nodes';
import type { VolumeNodeTypes } from './volume-nodes';

/** What every visit may know of the object that its node is part of. */
export interface ObjectContext {
  readonly kind: Kind;
  /** The Kubernetes minor that is validated for: `36` stands for 1.36. */
  readonly minor: number;
  /** The whole object, decoded and defaulted. */
  readonly object: Readonly<Record<string, unknown>>;
  /** The object as it was given, before the server's defaults: see `said`. */
  readonly given: unknown;
}

/** What a visit may know inside a pod. */
export interface PodContext extends ObjectContext {
  /** Whether this is a Pod itself rather than a template of one. */
  readonly isPod: boolean;
  readonly pod: PodTemplateSpec;
  readonly podSpec: PodSpec;
  /** Where the Pod or the template is. */
  readonly podAt: FieldPath;
  /** The volumes that a container can mount, by name: those on which no rule has found an error. */
  readonly volumes: ReadonlyMap<string, Volume>;
}

/** What a container is to its pod. A sidecar is an init container with `restartPolicy: Always` where the minor knows them. */
export type ContainerRole = 'app' | 'init' | 'sidecar' | 'ephemeral';

/** What a visit may know inside a container. */
export interface ContainerContext extends PodContext {
  readonly role: ContainerRole;
  readonly container: Container | EphemeralContainer;
  readonly containerAt: FieldPath;
}

/** Where a probe or a lifecycle handler is: its field in the container or in `lifecycle`. */
export interface ProbeContext extends ContainerContext {
  readonly name: 'livenessProbe' | 'readinessProbe' | 'startupProbe';
}

export interface HandlerContext extends ContainerContext {
  readonly name: 'postStart' | 'preStop';
}

/** The nodes inside a pod, and those that every object has. */
export interface NodeTypes extends KindNodeTypes, VolumeNodeTypes {
  /** Any object, of any kind. */
  object: Record<string, unknown>;
  /** `metadata` of any object. */
  objectMeta: ObjectMeta;
  /** A Pod, or the pod template of a workload. */
  pod: PodTemplateSpec;
  podSpec: PodSpec;
  affinity: Affinity;
  podAffinityTerm: PodAffinityTerm;
  topologySpreadConstraint: TopologySpreadConstraint;
  volume: Volume;
  container: Container | EphemeralContainer;
  containerPort: ContainerPort;
  envFromSource: EnvFromSource;
  envVar: EnvVar;
  volumeMount: VolumeMount;
  /** A probe of an app container or a sidecar; the server looks into no other. */
  probe: Probe;
  /** A lifecycle hook of an app container or a sidecar; the server looks into no other. */
  lifecycleHandler: LifecycleHandler;
  /** The profiles and Windows options of a pod's or a container's security context. */
  appArmorProfile: AppArmorProfile;
  seccompProfile: SeccompProfile;
  windowsOptions: WindowsSecurityContextOptions;
}

/** The name of a node. */
export type NodeName = keyof NodeTypes;

interface Contexts {
  object: ObjectContext;
  objectMeta: ObjectContext;
  pod: PodContext;
  podSpec: PodContext;
  affinity: PodContext;
  podAffinityTerm: PodContext;
  topologySpreadConstraint: PodContext;
  volume: PodContext;
  container: ContainerContext;
  containerPort: ContainerContext;
  envFromSource: ContainerContext;
  envVar: ContainerContext;
  volumeMount: ContainerContext;
  probe: ProbeContext;
  lifecycleHandler: HandlerContext;
  appArmorProfile: PodContext;
  seccompProfile: PodContext;
  windowsOptions: PodContext;
}

/** What a visit of a node may know beside it. */
export type ContextOf<N extends NodeName> = N extends keyof Contexts ? Contexts[N] : ObjectContext;
