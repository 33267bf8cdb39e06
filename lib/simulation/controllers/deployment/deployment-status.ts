import type { Cluster } from '../cluster/cluster';
import {
  type ClusterDeployment,
  type ReplicaCounts,
  sameCounts,
  type WorkloadCondition,
} from '../cluster/cluster-object';
import type { Process } from '../cluster/process';
import { type Conditions, conditionOf, storeDeployment, withCondition, withoutCondition } from './deployment-condition';
import { hasProgressDeadline } from './progress-deadline';
import { type Rollout, setsOf } from './rollout';

/** A stuck rollout is looked at again so many seconds after its deadline. */
const DEADLINE_SLACK_SECONDS = 1;

/** Whether a Deployment has all its replicas, updated and available. Follows deployment_util.go DeploymentComplete. */
export function isComplete({ spec }: ClusterDeployment, status: ReplicaCounts): boolean {
  const { replicas } = spec;
  return status.updatedReplicas === replicas && status.replicas === replicas && status.availableReplicas === replicas;
}

/**
 * Brings the status of a Deployment up to date, without judging its progress: when it is paused or scaled.
 *
 * Follows kubernetes pkg/controller/deployment/sync.go syncDeploymentStatus.
 */
export function* syncStatus(cluster: Cluster, rollout: Rollout): Process {
  const { deployment } = rollout;
  const status = calculateStatus(rollout);
  yield* store(cluster, deployment, status, withAvailability(cluster, rollout, status));
}

/**
 * Brings the status and the Progressing condition of a Deployment up to date; one that makes no progress is looked at
 * again after its deadline.
 *
 * Follows kubernetes pkg/controller/deployment/progress.go syncRolloutStatus, requeueStuckDeployment.
 *
 * @param lookAgain Called with the seconds after which the deadline has passed.
 */
export function* syncRolloutStatus(cluster: Cluster, rollout: Rollout, lookAgain: (seconds: number) => void): Process {
  const { deployment } = rollout;
  const status = calculateStatus(rollout);
  const conditions = judgeProgress(cluster, deployment, status, withAvailability(cluster, rollout, status));
  if (isStored(deployment, status, conditions)) requeueStuck(cluster, deployment, lookAgain);
  else yield* store(cluster, deployment, status, conditions);
}

/** Follows kubernetes pkg/controller/deployment/sync.go calculateStatus. */
function calculateStatus(rollout: Rollout): ReplicaCounts {
  const statuses = setsOf(rollout).map(({ status }) => status);
  const sum = (count: (status: ReplicaCounts) => number) => statuses.reduce((total, one) => total + count(one), 0);
  return {
    replicas: sum(({ replicas }) => replicas),
    updatedReplicas: rollout.newSet?.status.replicas ?? 0,
    readyReplicas: sum(({ readyReplicas }) => readyReplicas),
    availableReplicas: sum((status) => status.availableReplicas),
    terminatingReplicas: sum(({ terminatingReplicas }) => terminatingReplicas),
  };
}

function withAvailability(cluster: Cluster, { deployment, fenceposts }: Rollout, status: ReplicaCounts): Conditions {
  const isAvailable = status.availableReplicas >= deployment.spec.replicas - fenceposts.maxUnavailable;
  return withCondition(deployment.conditions, {
    type: 'Available',
    status: isAvailable ? 'True' : 'False',
    reason: isAvailable ? 'MinimumReplicasAvailable' : 'MinimumReplicasUnavailable',
    lastUpdateTime: cluster.stamp(),
  });
}

function judgeProgress(
  cluster: Cluster,
  deployment: ClusterDeployment,
  status: ReplicaCounts,
  conditions: Conditions,
): Conditions {
  if (!hasProgressDeadline(deployment)) return withoutCondition(conditions, 'Progressing');
  const current = conditionOf(conditions, 'Progressing');
  if (status.replicas === status.updatedReplicas && current?.reason === 'NewReplicaSetAvailable') return conditions;
  const progressing = (isTrue: boolean, reason: string): WorkloadCondition => ({
    type: 'Progressing',
    status: isTrue ? 'True' : 'False',
    reason,
    lastUpdateTime: cluster.stamp(),
  });
  if (isComplete(deployment, status)) return withCondition(conditions, progressing(true, 'NewReplicaSetAvailable'));
  if (isProgressing(deployment.status, status)) {
    const rest = withoutCondition(conditions, 'Progressing');
    return withCondition(rest, progressing(true, 'ReplicaSetUpdated'));
  }
  if (!isTimedOut(cluster, deployment, current)) return conditions;
  return withCondition(conditions, progressing(false, 'ProgressDeadlineExceeded'));
}

/** Follows deployment_util.go DeploymentProgressing. */
function isProgressing(before: ReplicaCounts, now: ReplicaCounts): boolean {
  return (
    now.updatedReplicas > before.updatedReplicas ||
    now.replicas - now.updatedReplicas < before.replicas - before.updatedReplicas ||
    now.readyReplicas > before.readyReplicas ||
    now.availableReplicas > before.availableReplicas
  );
}

/** Follows deployment_util.go DeploymentTimedOut. */
function isTimedOut(cluster: Cluster, { spec }: ClusterDeployment, condition: WorkloadCondition | undefined): boolean {
  if (!condition || condition.reason === 'NewReplicaSetAvailable') return false;
  if (condition.reason === 'ProgressDeadlineExceeded') return true;
  return condition.lastUpdateTime + (spec.progressDeadlineSeconds ?? 0) < cluster.queue.now;
}

function requeueStuck(cluster: Cluster, deployment: ClusterDeployment, lookAgain: (seconds: number) => void): void {
  const condition = conditionOf(deployment.conditions, 'Progressing');
  if (!condition || !hasProgressDeadline(deployment)) return;
  if (isComplete(deployment, deployment.status) || condition.reason === 'ProgressDeadlineExceeded') return;
  const deadline = condition.lastUpdateTime + (deployment.spec.progressDeadlineSeconds ?? 0);
  lookAgain(Math.max(0, deadline - cluster.queue.now + DEADLINE_SLACK_SECONDS));
}

function isStored(deployment: ClusterDeployment, status: ReplicaCounts, conditions: Conditions): boolean {
  return (
    deployment.observedGeneration === deployment.generation &&
    sameCounts(deployment.status, status) &&
    deployment.conditions === conditions
  );
}

function* store(
  cluster: Cluster,
  deployment: ClusterDeployment,
  status: ReplicaCounts,
  conditions: Conditions,
): Process {
  if (isStored(deployment, status, conditions)) return;
  const observedGeneration = deployment.generation;
  yield* storeDeployment(cluster, deployment, { status, conditions, observedGeneration });
}
