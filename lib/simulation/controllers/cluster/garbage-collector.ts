import { type Cluster, reference } from './cluster';
import { latency } from './cluster-choices';
import type { ClusterObject, Owner, OwnerKind } from './cluster-object';
import { deletePod, inParallel } from './pod-store';
import { type Process, runProcess } from './process';
import type { Table } from './table';

/** What becomes of the objects that a deleted one owned: they go afterwards, before it, or stay. */
export type Propagation = 'Background' | 'Foreground' | 'Orphan';

/** The kinds that are owned by others and may own something themselves. */
const OWNED_OWNERS: readonly OwnerKind[] = ['ReplicaSet', 'Job'];

/**
 * Deletes what an object that is gone owned, and objects that wait for that.
 *
 * Follows kubernetes pkg/controller/garbagecollector/garbagecollector.go attemptToDeleteItem,
 * processDeletingDependentsItem.
 */
export function startGarbageCollector(cluster: Cluster): void {
  for (const kind of Object.keys(ownerTables(cluster)) as OwnerKind[]) {
    tableOf(cluster, kind).watch((object, type) => {
      if (type === 'removed') runProcess(cluster.queue, collect(cluster, { kind, id: object.id }));
      if (type === 'removed') finishDeletion(cluster, object.owner);
    });
  }
  cluster.pods.watch(({ owner }, type) => {
    if (type === 'removed') finishDeletion(cluster, owner);
  });
}

function ownerTables(cluster: Cluster) {
  return {
    Deployment: cluster.deployments,
    ReplicaSet: cluster.replicaSets,
    StatefulSet: cluster.statefulSets,
    DaemonSet: cluster.daemonSets,
    Job: cluster.jobs,
    CronJob: cluster.cronJobs,
  };
}

function tableOf(cluster: Cluster, kind: OwnerKind): Table<ClusterObject> {
  return ownerTables(cluster)[kind] as unknown as Table<ClusterObject>;
}

/** Deletes a workload; nothing happens when it is not there. */
export function deleteOwner(cluster: Cluster, owner: Owner, propagation: Propagation): void {
  const object = tableOf(cluster, owner.kind).get(owner.id);
  if (!object || object.isDeleting) return;
  if (propagation === 'Foreground') {
    object.isDeleting = true;
    tableOf(cluster, owner.kind).changed(object);
    runProcess(cluster.queue, collect(cluster, owner, propagation), () => finishDeletion(cluster, owner));
    return;
  }
  if (propagation === 'Orphan') for (const dependant of dependantsOf(cluster, owner)) dependant.owner = undefined;
  removeOwner(cluster, owner);
}

function removeOwner(cluster: Cluster, { kind, id }: Owner): void {
  const table = tableOf(cluster, kind);
  const object = table.get(id);
  if (!object) return;
  cluster.record(reference(kind, object), { type: 'removed' });
  table.remove(object);
}

/** An object that waits for its dependants goes with the last of them. */
function finishDeletion(cluster: Cluster, owner: Owner | undefined): void {
  const object = owner && tableOf(cluster, owner.kind).get(owner.id);
  if (!owner || !object?.isDeleting || dependantsOf(cluster, owner).length > 0) return;
  cluster.queue.after(latency(cluster.choices, 'watch'), () => removeOwner(cluster, owner));
}

function* collect(cluster: Cluster, owner: Owner, propagation: Propagation = 'Background'): Process {
  yield latency(cluster.choices, 'watch');
  yield* inParallel(cluster, cluster.pods.values().filter(isOwnedBy(owner)), (pod) => deletePod(cluster, pod));
  for (const kind of OWNED_OWNERS) {
    yield* inParallel(cluster, tableOf(cluster, kind).values().filter(isOwnedBy(owner)), ({ id }) =>
      deleteOwner(cluster, { kind, id }, propagation),
    );
  }
}

function dependantsOf(cluster: Cluster, owner: Owner): ClusterObject[] {
  const tables: readonly Table<ClusterObject>[] = OWNED_OWNERS.map((kind) => tableOf(cluster, kind));
  const pods: readonly ClusterObject[] = cluster.pods.values();
  return [pods, ...tables.map((table) => table.values())].flatMap((objects) => objects.filter(isOwnedBy(owner)));
}

function isOwnedBy({ kind, id }: Owner): (object: ClusterObject) => boolean {
  return ({ owner }) => owner?.kind === kind && owner.id === id;
}
