// Sets that several fields share.
const RESTART_POLICY = ['Always', 'Never', 'OnFailure'];
const SELECTOR_OPERATOR = ['DoesNotExist', 'Exists', 'In', 'NotIn'];
const ACCESS_MODES = ['ReadOnlyMany', 'ReadWriteMany', 'ReadWriteOnce', 'ReadWriteOncePod'];
const CONDITION_STATUS = ['False', 'True', 'Unknown'];
const METRIC_TYPES = ['ContainerResource', 'External', 'Object', 'Pods', 'Resource'];
const RETENTION = ['Delete', 'Retain'];

/**
 * Fields that the server accepts only a closed set of values for, by TypeScript type and field.
 * Source: kubernetes pkg/apis/{core,apps,autoscaling,networking,batch}/validation/validation.go.
 */
export const ENUMERATIONS: Readonly<Record<string, readonly string[]>> = {
  'Condition.status': CONDITION_STATUS,
  'Container.restartPolicy': RESTART_POLICY,
  'ContainerResizePolicy.restartPolicy': ['NotRequired', 'RestartContainer'],
  'ContainerRestartRule.action': ['Restart', 'RestartAllContainers'],
  'ContainerRestartRuleOnExitCodes.operator': ['In', 'NotIn'],
  'EphemeralContainer.restartPolicy': RESTART_POLICY,
  'HPAScalingPolicyV2.type': ['Percent', 'Pods'],
  'HPAScalingRulesV2.selectPolicy': ['Disabled', 'Max', 'Min'],
  'LabelSelectorRequirement.operator': SELECTOR_OPERATOR,
  'MetricSpecV2.type': METRIC_TYPES,
  'MetricTargetV2.type': ['AverageValue', 'Utilization', 'Value'],
  'NetworkPolicySpec.policyTypes': ['Egress', 'Ingress'],
  'PersistentVolumeClaimSpec.accessModes': ACCESS_MODES,
  'PersistentVolumeSpec.accessModes': ACCESS_MODES,
  'PodFailurePolicyOnPodConditionsPattern.status': CONDITION_STATUS,
  'PodOS.name': ['linux', 'windows'],
  'PodSecurityContext.seLinuxChangePolicy': ['MountOption', 'Recursive'],
  'ServiceSpec.ipFamilies': ['IPv4', 'IPv6'],
  'ServiceSpec.trafficDistribution': ['PreferClose', 'PreferSameNode', 'PreferSameZone'],
  'StatefulSetPersistentVolumeClaimRetentionPolicy.whenDeleted': RETENTION,
  'StatefulSetPersistentVolumeClaimRetentionPolicy.whenScaled': RETENTION,
  'VolumeMount.recursiveReadOnly': ['Disabled', 'Enabled', 'IfPossible'],
};
