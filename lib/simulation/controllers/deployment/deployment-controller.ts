import { type Cluster, reference } from '../cluster/cluster';
import type { ClusterDeployment, ClusterPod } from '../cluster/cluster-object';
import type { Process } from '../cluster/process';
import { createWorkQueue } from '../cluster/work-queue';
import { conditionOf, storeDeployment, withCondition } from './deployment-condition';
import { isComplete, syncRolloutStatus, syncStatus } from './deployment-status';
import { hasProgressDeadline } from './progress-deadline';
import { isScalingEvent, scaleProportionally } from './proportional-scale';
import { recreate } from './recreate';
import { ensureNewReplicaSet, findNewReplicaSet, replicaSetsOf } from './revision';
import { rollingUpdate } from './rolling-update';
import { type Rollout, rolloutOf, setsOf, specReplicas } from './rollout';

/**
 * Runs the Deployments of a cluster.
 *
 * Follows kubernetes pkg/controller/deployment/deployment_controller.go syncDeployment and its event handlers.
 */
export function startDeploymentController(cluster: Cluster): void {
  const queue = createWorkQueue(cluster, (id) => {
    const deployment = cluster.deployments.get(id);
    if (!deployment || deployment.isDeleting) return undefined;
    return syncDeployment(cluster, deployment, (seconds) => queue.addAfter(id, seconds));
  });
  cluster.deployments.watch(({ id }) => queue.add(id));
  cluster.replicaSets.watch(({ owner }) => {
    if (owner?.kind === 'Deployment') queue.add(owner.id);
  });
  cluster.pods.watch((pod, type) => {
    const deployment = type === 'removed' ? deploymentOf(cluster, pod) : undefined;
    if (deployment?.spec.strategy?.type === 'Recreate' && !hasPods(cluster, deployment)) queue.add(deployment.id);
  });
}

/** The Deployment whose ReplicaSet controls a pod. */
export function deploymentOf(cluster: Cluster, { owner }: ClusterPod): ClusterDeployment | undefined {
  const set = owner?.kind === 'ReplicaSet' ? cluster.replicaSets.get(owner.id) : undefined;
  return set?.owner?.kind === 'Deployment' ? cluster.deployments.get(set.owner.id) : undefined;
}

function hasPods(cluster: Cluster, deployment: ClusterDeployment): boolean {
  return cluster.pods.values().some((pod) => deploymentOf(cluster, pod) === deployment);
}

function currentRollout(cluster: Cluster, deployment: ClusterDeployment): Rollout {
  const sets = replicaSetsOf(cluster, deployment);
  return rolloutOf(deployment, sets, findNewReplicaSet(deployment, sets));
}

function* syncDeployment(
  cluster: Cluster,
  deployment: ClusterDeployment,
  lookAgain: (seconds: number) => void,
): Process {
  yield* checkPausedCondition(cluster, deployment);
  const { paused, strategy } = deployment.spec;
  if (!paused) yield* ensureNewReplicaSet(cluster, deployment, false);
  if (paused || isScalingEvent(currentRollout(cluster, deployment))) {
    yield* ensureNewReplicaSet(cluster, deployment, false);
    yield* scaleProportionally(cluster, currentRollout(cluster, deployment));
    if (paused) yield* cleanUp(cluster, currentRollout(cluster, deployment));
    yield* syncStatus(cluster, currentRollout(cluster, deployment));
    return;
  }
  if (strategy?.type !== 'Recreate') yield* ensureNewReplicaSet(cluster, deployment, true);
  const before = currentRollout(cluster, deployment);
  const size = specReplicas(setsOf(before));
  yield* strategy?.type === 'Recreate' ? recreate(cluster, before) : rollingUpdate(cluster, before);
  const after = currentRollout(cluster, deployment);
  const isSettled =
    deployment.observedGeneration === deployment.generation && isComplete(deployment, deployment.status);
  if (isSettled && specReplicas(setsOf(after)) === size) yield* cleanUp(cluster, after);
  yield* syncRolloutStatus(cluster, after, lookAgain);
}

/** Follows kubernetes pkg/controller/deployment/sync.go checkPausedConditions. */
function* checkPausedCondition(cluster: Cluster, deployment: ClusterDeployment): Process {
  const condition = conditionOf(deployment.conditions, 'Progressing');
  if (!hasProgressDeadline(deployment) || condition?.reason === 'ProgressDeadlineExceeded') return;
  const { paused = false } = deployment.spec;
  if (paused === (condition?.reason === 'DeploymentPaused')) return;
  const conditions = withCondition(deployment.conditions, {
    type: 'Progressing',
    status: 'Unknown',
    reason: paused ? 'DeploymentPaused' : 'DeploymentResumed',
    lastUpdateTime: cluster.stamp(),
  });
  yield* storeDeployment(cluster, deployment, { conditions });
}

/**
 * Removes the oldest empty ReplicaSets beyond the revisionHistoryLimit.
 *
 * Follows kubernetes pkg/controller/deployment/sync.go cleanupDeployment.
 */
function* cleanUp(cluster: Cluster, { deployment, oldSets }: Rollout): Process {
  const limit = deployment.spec.revisionHistoryLimit;
  if (limit === undefined || oldSets.length <= limit) return;
  const byRevision = [...oldSets].sort((one, other) => one.revision - other.revision);
  for (const set of byRevision.slice(0, oldSets.length - limit)) {
    if (set.spec.replicas > 0 || set.status.replicas > 0) continue;
    yield cluster.request();
    cluster.record(reference('ReplicaSet', set), { type: 'removed' });
    cluster.replicaSets.remove(set);
  }
}
