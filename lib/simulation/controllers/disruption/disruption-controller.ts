import { selects } from '../../../kubernetes/label-selector';
import { type Cluster, reference } from '../cluster/cluster';
import type { ClusterDisruptionBudget, ClusterPod } from '../cluster/cluster-object';
import { isPodTerminal } from '../cluster/pod-state';
import type { Process } from '../cluster/process';
import { createWorkQueue } from '../cluster/work-queue';
import { deploymentOf } from '../deployment/deployment-controller';
import { scaledValue } from '../deployment/scaled-value';

/**
 * Keeps the statuses of PodDisruptionBudgets up to date: how many pods are healthy, and how many may be evicted.
 *
 * Follows kubernetes pkg/controller/disruption/disruption.go trySync, getExpectedPodCount, countHealthyPods.
 */
export function startDisruptionController(cluster: Cluster): void {
  const { pods, disruptionBudgets } = cluster;
  const queue = createWorkQueue(cluster, (id) => {
    const budget = disruptionBudgets.get(id);
    return budget && syncBudget(cluster, budget);
  });
  disruptionBudgets.watch(({ id }) => queue.add(id));
  pods.watch((pod) => {
    for (const budget of budgetsOf(cluster, pod)) queue.add(budget.id);
  });
  for (const table of [cluster.deployments, cluster.statefulSets, cluster.replicaSets]) {
    table.watch(({ namespace }) => {
      for (const budget of disruptionBudgets.values()) if (budget.namespace === namespace) queue.add(budget.id);
    });
  }
}

/** The PodDisruptionBudgets that cover a pod. */
export function budgetsOf(cluster: Cluster, { namespace, labels }: ClusterPod): ClusterDisruptionBudget[] {
  return cluster.disruptionBudgets
    .values()
    .filter((budget) => budget.namespace === namespace && selects(budget.spec.selector, labels));
}

function* syncBudget(cluster: Cluster, budget: ClusterDisruptionBudget): Process {
  const covered = cluster.pods
    .values()
    .filter((pod) => pod.namespace === budget.namespace && selects(budget.spec.selector, pod.labels));
  if (covered.length === 0) cluster.emit(reference('PodDisruptionBudget', budget), 'NoPods', 'No matching pods found');
  const { expectedPods, desiredHealthy } = expectation(cluster, budget, covered);
  for (const id of budget.disruptedPods) {
    const pod = cluster.pods.get(id);
    if (!pod || pod.deletion) budget.disruptedPods.delete(id);
  }
  const currentHealthy = covered.filter(
    (pod) => pod.ready && !pod.deletion && !isPodTerminal(pod) && !budget.disruptedPods.has(pod.id),
  ).length;
  const disruptionsAllowed = expectedPods > 0 ? Math.max(0, currentHealthy - desiredHealthy) : 0;
  const { generation: observedGeneration } = budget;
  const status = { expectedPods, desiredHealthy, currentHealthy, disruptionsAllowed, observedGeneration };
  const isSame = Object.entries(status).every(([key, value]) => budget[key as keyof typeof status] === value);
  if (isSame) return;
  const { version } = budget;
  yield cluster.request();
  if (budget.version !== version) {
    cluster.disruptionBudgets.changed(budget);
    return;
  }
  Object.assign(budget, status);
  budget.version += 1;
  cluster.disruptionBudgets.changed(budget);
}

/** Counts pods by the sizes of their owners, except for a minAvailable that is a number. */
function expectation(cluster: Cluster, { spec }: ClusterDisruptionBudget, covered: readonly ClusterPod[]) {
  const { minAvailable, maxUnavailable } = spec;
  if (maxUnavailable !== undefined) {
    const expectedPods = scaleOf(cluster, covered);
    return {
      expectedPods,
      desiredHealthy: Math.max(0, expectedPods - scaledValue(maxUnavailable, expectedPods, 'up')),
    };
  }
  if (typeof minAvailable === 'number') return { expectedPods: covered.length, desiredHealthy: minAvailable };
  const expectedPods = scaleOf(cluster, covered);
  return { expectedPods, desiredHealthy: scaledValue(minAvailable ?? 1, expectedPods, 'up') };
}

/** The replicas that the owners of these pods are to have, together. */
function scaleOf(cluster: Cluster, covered: readonly ClusterPod[]): number {
  const replicas = new Map<string, number>();
  for (const pod of covered) {
    const { owner } = pod;
    const scaled =
      deploymentOf(cluster, pod) ??
      (owner?.kind === 'ReplicaSet' ? cluster.replicaSets.get(owner.id) : undefined) ??
      (owner?.kind === 'StatefulSet' ? cluster.statefulSets.get(owner.id) : undefined);
    if (scaled) replicas.set(`${owner?.kind}/${scaled.id}`, scaled.spec.replicas);
  }
  return [...replicas.values()].reduce((sum, count) => sum + count, 0);
}
