import { type Cluster, reference } from '../cluster/cluster';
import type { ClusterJob, WorkloadCondition } from '../cluster/cluster-object';
import type { Process } from '../cluster/process';

/** Whether a Job has ended. Follows kubernetes pkg/controller/job/util IsJobFinished. */
export function isJobFinished({ conditions }: ClusterJob): boolean {
  return conditions.some(({ type, status }) => (type === 'Complete' || type === 'Failed') && status === 'True');
}

/** The condition of a type, if it is True. */
export function trueCondition({ conditions }: ClusterJob, type: string): WorkloadCondition | undefined {
  return conditions.find((condition) => condition.type === type && condition.status === 'True');
}

/** Stores a condition of a Job. */
export function* setJobCondition(
  cluster: Cluster,
  job: ClusterJob,
  { type, status, reason }: Omit<WorkloadCondition, 'lastUpdateTime'>,
): Process {
  yield cluster.request();
  const others = job.conditions.filter((condition) => condition.type !== type);
  job.conditions = [...others, { type, status, reason, lastUpdateTime: cluster.stamp() }];
  if (type === 'Complete' || type === 'Failed') job.completionTime = cluster.stamp();
  cluster.record(reference('Job', job), { type: 'condition', condition: { type, status, reason } });
  cluster.jobs.changed(job);
}
