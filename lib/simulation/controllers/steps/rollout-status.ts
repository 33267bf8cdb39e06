import type { Cluster } from '../cluster/cluster';
import type { ClusterDeployment } from '../cluster/cluster-object';

const COMMAND = 'kubectl rollout';

/** What `kubectl rollout status` says, and its exit code once it ends. */
interface StatusLine {
  readonly text: string;
  readonly exit?: number;
}

/**
 * Watches a rollout until it is complete or has exceeded its deadline, and says after every change how far it is.
 *
 * Follows k8s.io/kubectl pkg/cmd/rollout/rollout_status.go and pkg/polymorphichelpers/rollout_status.go
 * DeploymentStatusViewer.Status.
 */
export function rolloutStatus(cluster: Cluster, id: string): void {
  let isOver = false;
  const say = (deployment: ClusterDeployment): void => {
    const { text, exit } = statusLine(deployment);
    cluster.record(COMMAND, { type: 'output', text });
    if (exit === undefined) return;
    isOver = true;
    cluster.record(COMMAND, { type: 'exit', code: exit });
  };
  const deployment = cluster.deployments.get(id);
  if (!deployment) {
    cluster.record(COMMAND, { type: 'exit', code: 1 });
    return;
  }
  say(deployment);
  cluster.deployments.watch((changed) => {
    if (changed === deployment && !isOver) say(deployment);
  });
}

function statusLine({ name, spec, status, conditions, generation, observedGeneration }: ClusterDeployment): StatusLine {
  if (generation > observedGeneration) return { text: 'Waiting for deployment spec update to be observed...' };
  if (conditions.some(({ reason }) => reason === 'ProgressDeadlineExceeded')) {
    return { text: `error: deployment "${name}" exceeded its progress deadline`, exit: 1 };
  }
  const { updatedReplicas, replicas, availableReplicas } = status;
  const waiting = `Waiting for deployment "${name}" rollout to finish:`;
  if (updatedReplicas < spec.replicas) {
    return { text: `${waiting} ${updatedReplicas} out of ${spec.replicas} new replicas have been updated...` };
  }
  if (replicas > updatedReplicas) {
    return { text: `${waiting} ${replicas - updatedReplicas} old replicas are pending termination...` };
  }
  if (availableReplicas < updatedReplicas) {
    return { text: `${waiting} ${availableReplicas} of ${updatedReplicas} updated replicas are available...` };
  }
  return { text: `deployment "${name}" successfully rolled out`, exit: 0 };
}
