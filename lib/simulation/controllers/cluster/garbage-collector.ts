import { type Cluster, reference } from './cluster';
import { latency } from './cluster-choices';
import type { ClusterObject, Owner, OwnerKind } from './cluster-object';
import { deletePod, inParallel } from './pod-store';
import { type Process, runProcess } from './process';
import type { Table } from './table';

/**
 * Deletes what an object that is gone owned, unless it was orphaned.
 *
 * Follows kubernetes pkg/controller/garbagecollector/garbagecollector.go attemptToDeleteItem.
 */
export function startGarbageCollector(cluster: Cluster): void {
  for (const [kind, table] of Object.entries(ownerTables(cluster)) as [OwnerKind, Table<ClusterObject>][]) {
    table.watch(({ id }, type) => {
      if (type === 'removed') runProcess(cluster.queue, collect(cluster, { kind, id }));
    });
  }
}

function ownerTables(cluster: Cluster): Record<OwnerKind, Table<never>> {
  return {
    Deployment: cluster.deployments as Table<never>,
    ReplicaSet: cluster.replicaSets as Table<never>,
    StatefulSet: cluster.statefulSets as Table<never>,
    DaemonSet: cluster.daemonSets as Table<never>,
    Job: cluster.jobs as Table<never>,
    CronJob: cluster.cronJobs as Table<never>,
  };
}

function* collect(cluster: Cluster, owner: Owner): Process {
  yield latency(cluster.choices, 'watch');
  yield* deleteDependents(cluster, owner, () => {});
}

/** Deletes the pods, ReplicaSets and Jobs of an owner, which need not be there any more. */
export function* deleteDependents(cluster: Cluster, { kind, id }: Owner, onEnd: () => void): Process {
  const isOwned = ({ owner }: ClusterObject) => owner?.kind === kind && owner.id === id;
  yield* inParallel(cluster, cluster.pods.values().filter(isOwned), (pod) => deletePod(cluster, pod));
  yield* inParallel(cluster, cluster.replicaSets.values().filter(isOwned), (set) =>
    removeOwner(cluster, { kind: 'ReplicaSet', id: set.id }),
  );
  yield* inParallel(cluster, cluster.jobs.values().filter(isOwned), (job) =>
    removeOwner(cluster, { kind: 'Job', id: job.id }),
  );
  yield cluster.request();
  onEnd();
}

/** Removes a workload; what it owned goes too, or stays without an owner. */
export function removeOwner(cluster: Cluster, { kind, id }: Owner, orphan = false): void {
  const table = ownerTables(cluster)[kind] as Table<ClusterObject>;
  const object = table.get(id);
  if (!object) return;
  if (orphan) {
    for (const dependants of [cluster.pods, cluster.replicaSets, cluster.jobs] as Table<ClusterObject>[]) {
      for (const dependant of dependants.values()) {
        if (dependant.owner?.kind === kind && dependant.owner.id === id) dependant.owner = undefined;
      }
    }
  }
  cluster.record(reference(kind, object), { type: 'removed' });
  table.remove(object);
}
