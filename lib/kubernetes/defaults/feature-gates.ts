/**
 * The first minor in which a feature gate that guards fields is on by default; `Infinity` while it is off.
 * A field whose gate is off decodes, and is then dropped. Follows kubernetes pkg/features/kube_features.go.
 */
const ON_SINCE = {
  AnyVolumeDataSource: 24,
  ClusterTrustBundleProjection: Number.POSITIVE_INFINITY,
  ContainerRestartRules: 35,
  ContainerStopSignals: Number.POSITIVE_INFINITY,
  CrossNamespaceVolumeDataSource: Number.POSITIVE_INFINITY,
  DRAConsumableCapacity: 36,
  DRADeviceTaints: 36,
  DRAExtendedResource: 36,
  DRAPartitionableDevices: 36,
  DynamicResourceAllocation: 34,
  EnvFiles: 35,
  GenericWorkload: Number.POSITIVE_INFINITY,
  HPAConfigurableTolerance: 35,
  HostnameOverride: 35,
  ImageVolume: 35,
  InPlacePodVerticalScaling: 33,
  JobBackoffLimitPerIndex: 29,
  JobManagedBy: 32,
  JobPodReplacementPolicy: 29,
  JobSuccessPolicy: 31,
  MatchLabelKeysInPodAffinity: 31,
  MatchLabelKeysInPodTopologySpreadSelectorMerge: 34,
  MaxUnavailableStatefulSet: Number.POSITIVE_INFINITY,
  MutableCSINodeAllocatableCount: 35,
  PodCertificateRequest: Number.POSITIVE_INFINITY,
  PodLevelResources: 34,
  PodLifecycleSleepAction: 30,
  PreferSameTrafficDistribution: 34,
  ProcMountType: 33,
  RecursiveReadOnlyMounts: 31,
  SELinuxChangePolicy: 33,
  ServiceTrafficDistribution: 31,
  SidecarContainers: 29,
  SupplementalGroupsPolicy: 33,
  UserNamespacesSupport: 33,
  VolumeAttributesClass: 34,
} as const;

/** The name of a feature gate that guards fields, as Kubernetes spells it. */
export type FeatureGate = keyof typeof ON_SINCE;

/** Whether a feature gate is on by default in a minor (`36` stands for 1.36). */
export function featureEnabled(gate: FeatureGate, minor: number): boolean {
  return minor >= ON_SINCE[gate];
}
