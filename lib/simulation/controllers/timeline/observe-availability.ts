import type { Cluster } from '../cluster/cluster';
import type { AvailabilitySample } from './cluster-timeline';
import { type WorkloadReference, wantedOf, workloadName, workloadOf } from './workload';

/** Collects how many pods each workload has, from the moment of the call. */
export function observeAvailability(cluster: Cluster): readonly AvailabilitySample[] {
  const samples: AvailabilitySample[] = [];
  const latest = new Map<string, Omit<AvailabilitySample, 'at'>>();

  const look = (workload: WorkloadReference): void => {
    const sample = sampleOf(cluster, workload);
    const before = latest.get(sample.workload);
    if (before && isSame(before, sample)) return;
    latest.set(sample.workload, sample);
    const last = samples.at(-1);
    const isSameMoment = last?.at === cluster.queue.now && last.workload === sample.workload;
    if (isSameMoment) samples.pop();
    samples.push({ at: cluster.queue.now, ...sample });
  };

  cluster.pods.watch((pod) => {
    const workload = workloadOf(cluster, pod);
    if (workload) look(workload);
  });
  cluster.deployments.watch(({ id }) => look({ kind: 'Deployment', id }));
  cluster.statefulSets.watch(({ id }) => look({ kind: 'StatefulSet', id }));
  cluster.daemonSets.watch(({ id }) => look({ kind: 'DaemonSet', id }));
  cluster.replicaSets.watch(({ id, owner }) =>
    look(owner?.kind === 'Deployment' ? { kind: 'Deployment', id: owner.id } : { kind: 'ReplicaSet', id }),
  );
  return samples;
}

function isSame(one: Omit<AvailabilitySample, 'at'>, other: Omit<AvailabilitySample, 'at'>): boolean {
  return (['desired', 'pods', 'updated', 'ready', 'terminating'] as const).every(
    (count) => one[count] === other[count],
  );
}

function sampleOf(cluster: Cluster, workload: WorkloadReference): Omit<AvailabilitySample, 'at'> {
  const { desired, revision } = wantedOf(cluster, workload);
  const counts = { pods: 0, updated: 0, ready: 0, terminating: 0 };
  for (const pod of cluster.pods.values()) {
    const root = workloadOf(cluster, pod);
    if (root?.kind !== workload.kind || root.id !== workload.id) continue;
    const isTerminating = pod.deletion !== undefined;
    counts.pods += 1;
    if (isTerminating) counts.terminating += 1;
    else if (revision === undefined || pod.revision === revision) counts.updated += 1;
    if (pod.ready && !isTerminating) counts.ready += 1;
  }
  return { workload: workloadName(workload), desired, ...counts };
}
