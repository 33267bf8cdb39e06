import { type Cluster, reference } from '../cluster/cluster';
import type { ClusterObject, ClusterPod } from '../cluster/cluster-object';
import { findTemplate } from '../cluster/template-number';
import { eligibility } from '../daemon-set/daemon-pod';
import { deploymentOf } from '../deployment/deployment-controller';

/** The kinds that are looked at as a whole. */
export type WorkloadKind = 'Deployment' | 'ReplicaSet' | 'StatefulSet' | 'DaemonSet' | 'Pod';

/** A workload of a cluster. */
export interface WorkloadReference {
  readonly kind: WorkloadKind;
  readonly id: string;
}

/** The workloads that keep pods serving: Jobs are none, and a ReplicaSet of a Deployment is part of it. */
export function workloadsOf(cluster: Cluster): WorkloadReference[] {
  const named = (kind: WorkloadKind, objects: readonly ClusterObject[]) => objects.map(({ id }) => ({ kind, id }));
  const isAlone = ({ owner }: ClusterObject) => owner === undefined;
  return [
    ...named('Deployment', cluster.deployments.values()),
    ...named('ReplicaSet', cluster.replicaSets.values().filter(isAlone)),
    ...named('StatefulSet', cluster.statefulSets.values()),
    ...named('DaemonSet', cluster.daemonSets.values()),
    ...named('Pod', cluster.pods.values().filter(isAlone)),
  ];
}

/** The workload that a pod belongs to; undefined for pods of Jobs. */
export function workloadOf(cluster: Cluster, pod: ClusterPod): WorkloadReference | undefined {
  const { owner, id } = pod;
  if (!owner) return { kind: 'Pod', id };
  const deployment = deploymentOf(cluster, pod);
  if (deployment) return { kind: 'Deployment', id: deployment.id };
  if (owner.kind === 'Job' || owner.kind === 'CronJob') return undefined;
  return { kind: owner.kind, id: owner.id };
}

/** `Deployment/web`. */
export function workloadName({ kind, id }: WorkloadReference): string {
  return reference(kind, { id });
}

/** How many pods a workload is to have, and what its newest template is called. */
export function wantedOf(
  cluster: Cluster,
  { kind, id }: WorkloadReference,
): { readonly desired: number; readonly revision?: string } {
  switch (kind) {
    case 'Deployment': {
      const deployment = cluster.deployments.get(id);
      const number = deployment ? findTemplate(deployment.templates, deployment.spec.template) : -1;
      return { desired: deployment?.spec.replicas ?? 0, revision: `r${number + 1}` };
    }
    case 'ReplicaSet':
      return { desired: cluster.replicaSets.get(id)?.spec.replicas ?? 0 };
    case 'StatefulSet': {
      const set = cluster.statefulSets.get(id);
      return { desired: set?.spec.replicas ?? 0, revision: `r${(set?.updateRevision ?? 0) + 1}` };
    }
    case 'DaemonSet': {
      const set = cluster.daemonSets.get(id);
      const nodes = set ? cluster.nodes.values().filter((node) => eligibility(set, node).shouldRun) : [];
      return { desired: nodes.length, revision: `r${(set?.updateRevision ?? 0) + 1}` };
    }
    case 'Pod':
      return { desired: 1 };
  }
}
