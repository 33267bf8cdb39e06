import type {
  Container,
  EphemeralContainer,
  LifecycleHandler,
  PodAffinityTerm,
  PodSpec,
  Volume,
} from '../generated/decoded';
import { featureEnabled } from './feature-gates';

type AnyContainer = Container | EphemeralContainer;

/**
 * Drops the fields of a pod spec whose feature gates are off by default in a minor.
 *
 * Follows kubernetes pkg/api/pod/util.go dropDisabledFields, as called on create from the strategies of the Pod and of
 * every kind with a pod template.
 */
export function dropDisabledPodFields(spec: PodSpec, minor: number): void {
  if (spec.containers) for (const container of spec.containers) dropContainerFields(container, minor);
  if (spec.initContainers) {
    for (const container of spec.initContainers) {
      dropContainerFields(container, minor);
      if (container.restartPolicy !== undefined && !featureEnabled('SidecarContainers', minor)) {
        delete container.restartPolicy;
      }
    }
  }
  if (spec.ephemeralContainers) for (const container of spec.ephemeralContainers) dropContainerFields(container, minor);
  if (spec.volumes) for (const volume of spec.volumes) dropVolumeFields(volume, minor);
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
  if (container.restartPolicyRules && !featureEnabled('ContainerRestartRules', minor)) {
    delete container.restartPolicyRules;
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

/** A lifecycle that held nothing but what is dropped goes with it. */
function dropLifecycleFields(container: AnyContainer, minor: number): void {
  const { lifecycle } = container;
  if (lifecycle === undefined) return;
  if (!featureEnabled('PodLifecycleSleepAction', minor)) {
    if (lifecycle.preStop?.sleep && onlySleeps(lifecycle.preStop)) delete lifecycle.preStop;
    else if (lifecycle.preStop) delete lifecycle.preStop.sleep;
    if (lifecycle.postStart?.sleep && onlySleeps(lifecycle.postStart)) delete lifecycle.postStart;
    else if (lifecycle.postStart) delete lifecycle.postStart.sleep;
  }
  if (lifecycle.stopSignal !== undefined && !featureEnabled('ContainerStopSignals', minor)) {
    delete lifecycle.stopSignal;
    if (!lifecycle.preStop && !lifecycle.postStart) delete container.lifecycle;
  }
}

function onlySleeps(handler: LifecycleHandler): boolean {
  return !handler.exec && !handler.httpGet && !handler.tcpSocket;
}

function dropVolumeFields(volume: Volume, minor: number): void {
  if (volume.image && !featureEnabled('ImageVolume', minor)) delete volume.image;
  for (const source of volume.projected?.sources ?? []) {
    if (source.clusterTrustBundle && !featureEnabled('ClusterTrustBundleProjection', minor)) {
      delete source.clusterTrustBundle;
    }
    if (source.podCertificate && !featureEnabled('PodCertificateRequest', minor)) delete source.podCertificate;
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
