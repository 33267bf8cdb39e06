import type { ClusterDeployment } from '../cluster/cluster-object';

/** A deadline that stands for none. */
const NO_DEADLINE = 2 ** 31 - 1;

/** Whether progress of a Deployment is watched at all. Follows deployment_util.go HasProgressDeadline. */
export function hasProgressDeadline({ spec }: Pick<ClusterDeployment, 'spec'>): boolean {
  return spec.progressDeadlineSeconds !== undefined && spec.progressDeadlineSeconds !== NO_DEADLINE;
}
