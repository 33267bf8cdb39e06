import type { DaemonSet } from '../generated/decoded';
import { defaultPodTemplateSpec } from './pod-template';

const TEMPLATE_GENERATION = 'deprecated.daemonset.template.generation';

/**
 * Fills in a DaemonSet, whose template generation starts at 1 in an annotation.
 *
 * Follows kubernetes pkg/apis/apps/v1/defaults.go SetDefaults_DaemonSet, conversion.go
 * Convert_apps_DaemonSet_To_v1_DaemonSet and pkg/registry/apps/daemonset/strategy.go PrepareForCreate.
 */
export function defaultDaemonSet(daemonSet: DaemonSet, minor: number): void {
  daemonSet.spec ??= {};
  const { spec } = daemonSet;
  spec.updateStrategy ??= {};
  if (!spec.updateStrategy.type) spec.updateStrategy.type = 'RollingUpdate';
  if (spec.updateStrategy.type === 'RollingUpdate') {
    spec.updateStrategy.rollingUpdate ??= {};
    spec.updateStrategy.rollingUpdate.maxUnavailable ??= 1;
  }
  if (spec.updateStrategy.rollingUpdate) {
    spec.updateStrategy.rollingUpdate.maxUnavailable ??= 0;
    spec.updateStrategy.rollingUpdate.maxSurge ??= 0;
  }
  spec.revisionHistoryLimit ??= 10;
  spec.template ??= {};
  defaultPodTemplateSpec(spec.template, minor);
  daemonSet.metadata ??= {};
  daemonSet.metadata.annotations = { ...daemonSet.metadata.annotations, [TEMPLATE_GENERATION]: '1' };
}
