import type { ReplicaSet } from '../generated/decoded';
import { defaultPodTemplateSpec } from './pod-template';

/** Fills in a ReplicaSet. Follows kubernetes pkg/apis/apps/v1/defaults.go SetDefaults_ReplicaSet. */
export function defaultReplicaSet(replicaSet: ReplicaSet, minor: number): void {
  replicaSet.spec ??= {};
  const { spec } = replicaSet;
  spec.replicas ??= 1;
  spec.template ??= {};
  defaultPodTemplateSpec(spec.template, minor);
}
