import type { StatefulSet, StatefulSetUpdateStrategy } from '../generated/decoded';
import { featureEnabled } from './feature-gates';
import { defaultPersistentVolumeClaimSpec } from './persistent-volume-claim';
import { defaultPodTemplateSpec } from './pod-template';

/**
 * Fills in a StatefulSet.
 *
 * Follows kubernetes pkg/apis/apps/v1/defaults.go SetDefaults_StatefulSet, conversion.go
 * Convert_apps_StatefulSetSpec_To_v1_StatefulSetSpec and pkg/registry/apps/statefulset/strategy.go PrepareForCreate,
 * dropStatefulSetDisabledFields.
 */
export function defaultStatefulSet(statefulSet: StatefulSet, minor: number): void {
  statefulSet.spec ??= {};
  const { spec } = statefulSet;
  if (!spec.podManagementPolicy) spec.podManagementPolicy = 'OrderedReady';
  spec.updateStrategy ??= {};
  if (!spec.updateStrategy.type) {
    spec.updateStrategy.type = 'RollingUpdate';
    spec.updateStrategy.rollingUpdate ??= {};
  }
  if (spec.updateStrategy.rollingUpdate) defaultRollingUpdate(spec.updateStrategy, minor);
  spec.persistentVolumeClaimRetentionPolicy ??= {};
  const retention = spec.persistentVolumeClaimRetentionPolicy;
  if (!retention.whenDeleted) retention.whenDeleted = 'Retain';
  if (!retention.whenScaled) retention.whenScaled = 'Retain';
  spec.replicas ??= 1;
  spec.revisionHistoryLimit ??= 10;
  spec.template ??= {};
  defaultPodTemplateSpec(spec.template, minor);
  for (const claim of spec.volumeClaimTemplates ?? []) {
    claim.apiVersion ??= 'v1';
    claim.kind ??= 'PersistentVolumeClaim';
    claim.status = { phase: 'Pending', ...claim.status };
    claim.spec ??= {};
    defaultPersistentVolumeClaimSpec(claim.spec);
  }
}

/** A strategy that is named without its settings gets none; those of another strategy get only dropped fields. */
function defaultRollingUpdate({ type, rollingUpdate = {} }: StatefulSetUpdateStrategy, minor: number): void {
  if (type === 'RollingUpdate') rollingUpdate.partition ??= 0;
  if (!featureEnabled('MaxUnavailableStatefulSet', minor)) delete rollingUpdate.maxUnavailable;
  else if (type === 'RollingUpdate') rollingUpdate.maxUnavailable ??= 1;
}
