import type { Container, EphemeralContainer, PodAffinityTerm, PodSpec, Volume } from '../generated/decoded';
import { featureEnabled } from './feature-gates';

type AnyContainer = Container | EphemeralContainer;

/**
 * Drops the fields of a pod spec whose feature gates are off by default in a minor.
 *
 * Follows kubernetes pkg/api/pod/util.go dropDisabledFields, as called on create from the strategies of the Pod and of
 * every kind with a pod template.
 */
export function dropDisabledPodFields(spec: PodSpec, minor: number): void {
  if (spec.volumes) dropVolumeFields(spec, spec.volumes, minor);
  if (spec.containers) for (const container of spec.containers) dropContainerFields(container, minor);
  if (spec.initContainers) for (const container of spec.initContainers) dropContainerFields(container, minor);
  if (spec.ephemeralContainers) for (const container of spec.ephemeralContainers) dropContainerFields(container, minor);
  dropRestartFields(spec, minor);
  if (spec.affinity) dropAffinityFields(spec.affinity, minor);
  dropSecurityFields(spec, minor);
  if (spec.resourceClaims && !featureEnabled('DynamicResourceAllocation', minor)) delete spec.resourceClaims;
  if (spec.resources && !featureEnabled('PodLevelResources', minor)) delete spec.resources;
  if (spec.hostnameOverride !== undefined && !featureEnabled('HostnameOverride', minor)) delete spec.hostnameOverride;
  if (spec.workloadRef && !featureEnabled('GenericWorkload', minor)) delete spec.workloadRef;
  if (spec.schedulingGroup && !featureEnabled('GenericWorkload', minor)) delete spec.schedulingGroup;
}

function dropContainerFields(container: AnyContainer, minor: number): void {
  if (container.resizePolicy && !featureEnabled('InPlacePodVerticalScaling', minor)) delete container.resizePolicy;
  if (container.resources?.claims && !featureEnabled('DynamicResourceAllocation', minor)) {
    delete container.resources.claims;
  }
  if (container.securityContext?.procMount !== undefined && !featureEnabled('ProcMountType', minor)) {
    container.securityContext.procMount = 'Default';
  }
  if (container.lifecycle) dropLifecycleFields(container, minor);
  if (container.volumeMounts && !featureEnabled('RecursiveReadOnlyMounts', minor)) {
    for (const mount of container.volumeMounts)
      if (mount.recursiveReadOnly !== undefined) delete mount.recursiveReadOnly;
  }
  if (container.env && !featureEnabled('EnvFiles', minor)) {
    for (const { valueFrom } of container.env) if (valueFrom?.fileKeyRef) delete valueFrom.fileKeyRef;
  }
}

/** A handler that only slept stays behind empty; a lifecycle that held only a stop signal goes. */
function dropLifecycleFields(container: AnyContainer, minor: number): void {
  const { lifecycle } = container;
  if (lifecycle === undefined) return;
  if (!featureEnabled('PodLifecycleSleepAction', minor)) {
    delete lifecycle.preStop?.sleep;
    delete lifecycle.postStart?.sleep;
  }
  if (lifecycle.stopSignal !== undefined && !featureEnabled('ContainerStopSignals', minor)) {
    delete lifecycle.stopSignal;
    if (!lifecycle.preStop && !lifecycle.postStart) delete container.lifecycle;
  }
}

/**
 * Drops restart policies of containers where they mean nothing yet. The minors before 1.34 refuse one on an app
 * container instead.
 */
function dropRestartFields(spec: PodSpec, minor: number): void {
  const sidecarsOnly = minor >= RESTART_RULES_SINCE && !featureEnabled('ContainerRestartRules', minor);
  for (const container of spec.initContainers ?? []) {
    const { restartPolicy } = container;
    if (restartPolicy === undefined && container.restartPolicyRules === undefined) continue;
    const dropped = !featureEnabled('SidecarContainers', minor) || (sidecarsOnly && restartPolicy !== 'Always');
    if (dropped) delete container.restartPolicy;
    if (sidecarsOnly) delete container.restartPolicyRules;
  }
  if (!sidecarsOnly) return;
  for (const container of [...(spec.containers ?? []), ...(spec.ephemeralContainers ?? [])]) {
    delete container.restartPolicy;
    delete container.restartPolicyRules;
  }
}

const RESTART_RULES_SINCE = 34;

/** A volume of an image goes with its mounts; a projected source stays behind empty. */
function dropVolumeFields(spec: PodSpec, volumes: Volume[], minor: number): void {
  for (const { projected } of volumes) {
    for (const source of projected?.sources ?? []) {
      if (source.clusterTrustBundle && !featureEnabled('ClusterTrustBundleProjection', minor)) {
        delete source.clusterTrustBundle;
      }
      if (source.podCertificate && !featureEnabled('PodCertificateRequest', minor)) delete source.podCertificate;
    }
  }
  if (featureEnabled('ImageVolume', minor) || !volumes.some(({ image }) => image)) return;
  const dropped = new Set(volumes.filter(({ image }) => image).map(({ name }) => name));
  spec.volumes = volumes.filter(({ image }) => !image);
  for (const containers of [spec.containers, spec.initContainers, spec.ephemeralContainers]) {
    for (const container of containers ?? []) {
      container.volumeMounts = container.volumeMounts?.filter(({ name }) => !dropped.has(name));
    }
  }
}

function dropAffinityFields(affinity: NonNullable<PodSpec['affinity']>, minor: number): void {
  if (featureEnabled('MatchLabelKeysInPodAffinity', minor)) return;
  for (const rules of [affinity.podAffinity, affinity.podAntiAffinity]) {
    rules?.requiredDuringSchedulingIgnoredDuringExecution?.forEach(dropTermFields);
    for (const { podAffinityTerm } of rules?.preferredDuringSchedulingIgnoredDuringExecution ?? []) {
      if (podAffinityTerm) dropTermFields(podAffinityTerm);
    }
  }
}

function dropTermFields(term: PodAffinityTerm): void {
  delete term.matchLabelKeys;
  delete term.mismatchLabelKeys;
}

function dropSecurityFields(spec: PodSpec, minor: number): void {
  if (spec.hostUsers !== undefined && !featureEnabled('UserNamespacesSupport', minor)) delete spec.hostUsers;
  const context = spec.securityContext;
  if (context === undefined) return;
  if (context.supplementalGroupsPolicy !== undefined && !featureEnabled('SupplementalGroupsPolicy', minor)) {
    delete context.supplementalGroupsPolicy;
  }
  if (context.seLinuxChangePolicy !== undefined && !featureEnabled('SELinuxChangePolicy', minor)) {
    delete context.seLinuxChangePolicy;
  }
}
