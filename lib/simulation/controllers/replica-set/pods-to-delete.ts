import type { ClusterPod } from '../cluster/cluster-object';

const DELETION_COST = 'controller.kubernetes.io/pod-deletion-cost';
const NANOSECONDS = 1e9;
const PHASE_ORDER: readonly string[] = ['Pending', 'Unknown', 'Running'];

type Compare = (one: ClusterPod, other: ClusterPod) => number;

/**
 * The pods that a ReplicaSet gives up to have `count` fewer: those without a node first, then by phase, readiness,
 * deletion cost, pods of the same owner on the node, time since ready, restarts and age. Times are compared by their
 * magnitude only, and the uid decides the rest.
 *
 * Follows kubernetes pkg/controller/controller_utils.go ActivePodsWithRanks.Less and
 * pkg/controller/replicaset/replica_set.go getPodsToDelete, getPodsRankedByRelatedPodsOnSameNode.
 *
 * @param related The active pods of all ReplicaSets with the same owner.
 */
export function podsToDelete(
  pods: readonly ClusterPod[],
  related: readonly ClusterPod[],
  count: number,
  now: number,
): ClusterPod[] {
  if (count >= pods.length) return [...pods];
  const onNode = new Map<string | undefined, number>();
  for (const { node } of related) onNode.set(node, (onNode.get(node) ?? 0) + 1);
  const rank = (pod: ClusterPod) => onNode.get(pod.node) ?? 0;

  const compares: Compare[] = [
    (one, other) => Number(one.node !== undefined) - Number(other.node !== undefined),
    (one, other) => PHASE_ORDER.indexOf(one.phase) - PHASE_ORDER.indexOf(other.phase),
    (one, other) => Number(one.ready) - Number(other.ready),
    (one, other) => deletionCost(one) - deletionCost(other),
    (one, other) => rank(other) - rank(one),
    (one, other) => (one.ready && other.ready ? compareAges(one.readySince, other.readySince, one, other, now) : 0),
    (one, other) => other.restartCount - one.restartCount,
    (one, other) => compareAges(one.createdAt, other.createdAt, one, other, now),
    (one, other) => one.uid - other.uid,
  ];
  const compare: Compare = (one, other) => {
    for (const next of compares) {
      const result = next(one, other);
      if (result !== 0) return result;
    }
    return 0;
  };
  return [...pods].sort(compare).slice(0, count);
}

function deletionCost({ annotations }: ClusterPod): number {
  const cost = Number(annotations[DELETION_COST] ?? 0);
  return Number.isInteger(cost) ? cost : 0;
}

/** Younger first, unless the ages in nanoseconds have the same magnitude. Follows logarithmicRankDiff. */
function compareAges(one: number, other: number, first: ClusterPod, second: ClusterPod, now: number): number {
  if (one === other) return 0;
  const difference = magnitude(now - one) - magnitude(now - other);
  return difference === 0 ? first.uid - second.uid : difference;
}

function magnitude(age: number): number {
  return age <= 0 ? 0 : Math.floor(Math.log2(age * NANOSECONDS));
}
