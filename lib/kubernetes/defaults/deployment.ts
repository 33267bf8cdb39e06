import type { Deployment } from '../generated/decoded';
import { defaultPodTemplateSpec } from './pod-template';

/**
 * Fills in a Deployment.
 *
 * Follows kubernetes pkg/apis/apps/v1/defaults.go SetDefaults_Deployment and
 * pkg/registry/apps/deployment/strategy.go PrepareForCreate.
 */
export function defaultDeployment(deployment: Deployment, minor: number): void {
  deployment.spec ??= {};
  const { spec } = deployment;
  spec.replicas ??= 1;
  spec.strategy ??= {};
  if (!spec.strategy.type) spec.strategy.type = 'RollingUpdate';
  if (spec.strategy.type === 'RollingUpdate') {
    spec.strategy.rollingUpdate ??= {};
    spec.strategy.rollingUpdate.maxUnavailable ??= '25%';
    spec.strategy.rollingUpdate.maxSurge ??= '25%';
  }
  spec.revisionHistoryLimit ??= 10;
  spec.progressDeadlineSeconds ??= 600;
  spec.template ??= {};
  defaultPodTemplateSpec(spec.template, minor);
}
