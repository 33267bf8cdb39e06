import type { Cluster } from '../cluster/cluster';
import { between } from '../cluster/cluster-choices';
import type { ClusterDisruptionBudget, ClusterPod } from '../cluster/cluster-object';
import { isPodTerminal } from '../cluster/pod-state';
import { deletePod, markDisruptionTarget } from '../cluster/pod-store';
import { budgetsOf } from './disruption-controller';

/** How often an eviction that met another change of the budget is tried again, and after how many seconds. */
const TRIES = 20;
const RETRY_SECONDS = { shortest: 0.5, longest: 0.55 };

/** What the API server says to an eviction. */
export interface EvictionAnswer {
  /** 201 granted, 404 no such pod, 429 refused by a budget, 500 covered by several budgets. */
  readonly code: 201 | 404 | 429 | 500;
  readonly cause?: string;
}

/**
 * Asks the API server to evict a pod.
 *
 * Follows kubernetes pkg/registry/core/pod/storage/eviction.go EvictionREST.Create, checkAndDecrement.
 *
 * @param gracePeriodSeconds Default that of the pod.
 */
export function* evict(
  cluster: Cluster,
  pod: ClusterPod,
  gracePeriodSeconds?: number,
): Generator<number, EvictionAnswer, void> {
  const { choices, pods } = cluster;
  for (let tries = 1; ; tries++) {
    yield cluster.request();
    if (pods.get(pod.id) !== pod) return { code: 404 };
    const budgets = budgetsOf(cluster, pod);
    const [budget] = budgets;
    if (budgets.length > 1) {
      return {
        code: 500,
        cause: 'This pod has more than one PodDisruptionBudget, which the eviction subresource does not support.',
      };
    }
    if (!budget || isExempt(pod) || isFreeWhileUnready(pod, budget)) break;
    const { version, disruptionsAllowed, desiredHealthy, currentHealthy } = budget;
    if (disruptionsAllowed <= 0 || budget.observedGeneration < budget.generation) {
      return {
        code: 429,
        cause: `The disruption budget ${budget.name} needs ${desiredHealthy} healthy pods and has ${currentHealthy} currently`,
      };
    }
    yield cluster.request();
    if (budget.version === version) {
      budget.disruptionsAllowed -= 1;
      budget.disruptedPods.add(pod.id);
      budget.version += 1;
      cluster.disruptionBudgets.changed(budget);
      break;
    }
    if (tries === TRIES) return { code: 429, cause: "couldn't update PodDisruptionBudget due to conflicts" };
    yield between(choices, 'conflict', RETRY_SECONDS.shortest, RETRY_SECONDS.longest);
  }
  markDisruptionTarget(cluster, pod, 'EvictionByEvictionAPI');
  yield cluster.request();
  deletePod(cluster, pod, gracePeriodSeconds);
  return { code: 201 };
}

/** Follows eviction.go canIgnorePDB. */
function isExempt(pod: ClusterPod): boolean {
  return isPodTerminal(pod) || pod.phase === 'Pending' || pod.deletion !== undefined;
}

function isFreeWhileUnready({ ready }: ClusterPod, budget: ClusterDisruptionBudget): boolean {
  if (ready) return false;
  if (budget.spec.unhealthyPodEvictionPolicy === 'AlwaysAllow') return true;
  return budget.currentHealthy >= budget.desiredHealthy && budget.desiredHealthy > 0;
}
