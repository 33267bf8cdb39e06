import { type Cluster, reference } from '../cluster/cluster';
import type { ClusterDeployment, WorkloadCondition } from '../cluster/cluster-object';
import type { Process } from '../cluster/process';

/** The conditions of a workload. */
export type Conditions = readonly WorkloadCondition[];

/** The condition of a type, if it is there. */
export function conditionOf(conditions: Conditions, type: string): WorkloadCondition | undefined {
  return conditions.find((condition) => condition.type === type);
}

/**
 * The conditions with one of them set; one that says the same already keeps its time.
 *
 * Follows kubernetes pkg/controller/deployment/util/deployment_util.go SetDeploymentCondition.
 */
export function withCondition(conditions: Conditions, wanted: WorkloadCondition): Conditions {
  const current = conditionOf(conditions, wanted.type);
  if (current?.status === wanted.status && current.reason === wanted.reason) return conditions;
  return [...withoutCondition(conditions, wanted.type), wanted];
}

/** The conditions without one of them. */
export function withoutCondition(conditions: Conditions, type: string): Conditions {
  return conditionOf(conditions, type) ? conditions.filter((condition) => condition.type !== type) : conditions;
}

/** Stores what a sync has changed in a Deployment besides its spec, and writes its new conditions down. */
export function* storeDeployment(
  cluster: Cluster,
  deployment: ClusterDeployment,
  next: Partial<Pick<ClusterDeployment, 'conditions' | 'status' | 'revision' | 'observedGeneration'>>,
): Process {
  yield cluster.request();
  const object = reference('Deployment', deployment);
  const { conditions: before, revision } = deployment;
  Object.assign(deployment, next);
  if (deployment.revision !== revision) cluster.record(object, { type: 'revision', to: deployment.revision });
  for (const { type, status, reason } of deployment.conditions) {
    const old = conditionOf(before, type);
    if (old?.status === status && old.reason === reason) continue;
    cluster.record(object, { type: 'condition', condition: { type, status, reason } });
  }
  cluster.deployments.changed(deployment);
}
