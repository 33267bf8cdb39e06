import type { ReplicationController } from '../generated/decoded';
import { defaultPodTemplateSpec } from './pod-template';

/**
 * Fills in a ReplicationController: selector and labels come from the template where they are absent.
 *
 * Follows kubernetes pkg/apis/core/v1/defaults.go SetDefaults_ReplicationController.
 */
export function defaultReplicationController(controller: ReplicationController, minor: number): void {
  controller.spec ??= {};
  controller.metadata ??= {};
  const { spec, metadata } = controller;
  spec.replicas ??= 1;
  const labels = spec.template?.metadata?.labels;
  if (labels !== undefined) {
    if (isEmpty(spec.selector)) spec.selector = { ...labels };
    if (isEmpty(metadata.labels)) metadata.labels = { ...labels };
  }
  if (spec.template) defaultPodTemplateSpec(spec.template, minor);
}

function isEmpty(map: Record<string, string> | undefined): boolean {
  return map === undefined || Object.keys(map).length === 0;
}
