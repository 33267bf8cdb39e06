import type { PodSpec, Toleration } from '../../../kubernetes/generated/decoded';
import { type Cluster, objectId } from './cluster';
import type { ClusterPod } from './cluster-object';
import { isPodTerminal } from './pod-state';
import type { Process } from './process';

/** Seconds that a pod has to end when its spec does not say. */
const DEFAULT_GRACE_SECONDS = 30;
/** Seconds that a pod stays on a lost node when its spec does not say. */
const DEFAULT_TOLERATION_SECONDS = 300;
const LOST_NODE_KEYS = ['node.kubernetes.io/not-ready', 'node.kubernetes.io/unreachable'];

/** What a new pod is made of; the rest is filled in. */
export type NewPod = Pick<ClusterPod, 'name' | 'namespace' | 'labels' | 'spec' | 'annotations'> &
  Partial<Pick<ClusterPod, 'owner' | 'revision' | 'index'>>;

/** Stores a new pod. It gets the tolerations that admission adds. */
export function createPod(cluster: Cluster, { spec, ...rest }: NewPod): ClusterPod {
  const pod: ClusterPod = {
    ...rest,
    id: objectId(rest.namespace, rest.name),
    spec: { ...spec, tolerations: [...(spec.tolerations ?? []), ...missingTolerations(spec)] },
    createdAt: cluster.stamp(),
    uid: cluster.choices.next('uid'),
    unschedulable: false,
    phase: 'Pending',
    ready: false,
    readySince: cluster.stamp(),
    restartCount: 0,
  };
  cluster.groups.set(pod.id, groupOf(pod));
  cluster.record(pod.id, {
    type: 'pod-created',
    ...(pod.owner?.kind === 'StatefulSet' && { revision: pod.revision }),
    ...(pod.index !== undefined && { index: pod.index }),
  });
  cluster.pods.add(pod);
  return pod;
}

/** The name that equal pods share: only those of StatefulSets, and those without an owner, are told apart. */
export function groupOf({ id, owner }: Pick<ClusterPod, 'id' | 'owner'>): string {
  return owner && owner.kind !== 'StatefulSet' ? id.replace(/-\d+$/, '') : id;
}

/** Follows kubernetes plugin/pkg/admission/defaulttolerationseconds/admission.go Admit. */
function missingTolerations({ tolerations = [] }: PodSpec): Toleration[] {
  const covers = ({ key, operator, effect }: Toleration, lost: string) =>
    (key === lost || (!key && operator === 'Exists')) && (!effect || effect === 'NoExecute');
  return LOST_NODE_KEYS.filter((lost) => !tolerations.some((toleration) => covers(toleration, lost))).map((key) => ({
    key,
    operator: 'Exists',
    effect: 'NoExecute',
    tolerationSeconds: DEFAULT_TOLERATION_SECONDS,
  }));
}

/**
 * Deletes a pod: one that runs gets its time to end, any other one is gone at once. A second deletion counts only if
 * it gives less time.
 *
 * Follows kubernetes pkg/registry/core/pod/strategy.go CheckGracefulDelete and k8s.io/apiserver
 * pkg/registry/rest/delete.go BeforeDelete.
 *
 * @param gracePeriodSeconds Default `terminationGracePeriodSeconds` of its spec.
 */
export function deletePod(cluster: Cluster, pod: ClusterPod, gracePeriodSeconds?: number): void {
  if (cluster.pods.get(pod.id) !== pod) return;
  const wanted = gracePeriodSeconds ?? pod.spec.terminationGracePeriodSeconds ?? DEFAULT_GRACE_SECONDS;
  const grace = pod.node === undefined || isPodTerminal(pod) ? 0 : wanted;
  if (pod.deletion && pod.deletion.gracePeriodSeconds <= grace) return;
  const isFirst = pod.deletion === undefined;
  pod.deletion = { at: cluster.queue.now, gracePeriodSeconds: grace };
  if (isFirst) cluster.record(pod.id, { type: 'deletion-started', gracePeriodSeconds: grace });
  if (grace === 0) removePod(cluster, pod);
  else cluster.pods.changed(pod);
}

/** Takes a pod out of the store. */
export function removePod(cluster: Cluster, pod: ClusterPod): void {
  if (cluster.pods.get(pod.id) !== pod) return;
  cluster.record(pod.id, { type: 'pod-removed' });
  cluster.pods.remove(pod);
}

/** Says why a pod is going to be deleted. */
export function markDisruptionTarget(cluster: Cluster, pod: ClusterPod, reason: string): void {
  if (pod.disruptionTarget !== undefined) return;
  pod.disruptionTarget = reason;
  cluster.record(pod.id, { type: 'disruption-target', reason });
}

/** Writes several things at the same time, each taking the latency of its own request, and waits for the last. */
export function* inParallel<T>(cluster: Cluster, items: readonly T[], write: (item: T) => void): Process {
  const requests = items.map((item) => ({ item, at: cluster.request() }));
  requests.sort((one, other) => one.at - other.at);
  let elapsed = 0;
  for (const { item, at } of requests) {
    yield at - elapsed;
    elapsed = at;
    write(item);
  }
}

/**
 * Writes things in batches of 1, 2, 4, 8 and so on, each waiting for the one before.
 *
 * Follows kubernetes pkg/controller/replicaset/replica_set.go slowStartBatch.
 */
export function* inGrowingBatches<T>(cluster: Cluster, items: readonly T[], write: (item: T) => void): Process {
  for (let done = 0, size = 1; done < items.length; done += size, size *= 2) {
    yield* inParallel(cluster, items.slice(done, done + size), write);
  }
}
