import type { HeldObject } from '../graph/held-object';
import { selectedPods } from '../graph/selected-pods';
import type { HorizontalPodAutoscaler, PodDisruptionBudget } from '../kubernetes/generated/decoded';
import { scaledValue } from '../simulation/controllers/deployment/scaled-value';

/** What limits or changes the number of pods of a workload. */
export interface ExplainedScale {
  /** `PodDisruptionBudget/web`. */
  readonly by: string;
  readonly text: string;
}

/**
 * The disruption budgets and autoscalers that are about a workload, in numbers of pods.
 *
 * Follows kubernetes pkg/controller/disruption/disruption.go getExpectedPodCount.
 */
export function explainedScale(
  workload: HeldObject,
  replicas: number,
  objects: readonly HeldObject[],
): ExplainedScale[] {
  return objects.flatMap((object) => {
    if (object.namespace !== workload.namespace) return [];
    if (object.kind === 'PodDisruptionBudget') return budgetText(object, workload, replicas);
    return object.kind === 'HorizontalPodAutoscaler' ? scalerText(object, workload) : [];
  });
}

function budgetText(budget: HeldObject, workload: HeldObject, replicas: number): ExplainedScale[] {
  const { selector, minAvailable, maxUnavailable } = (budget.object as PodDisruptionBudget).spec ?? {};
  if (selectedPods(selector, budget.namespace, [workload]).length === 0) return [];
  const healthy =
    maxUnavailable === undefined
      ? scaledValue(minAvailable ?? 1, replicas, 'up')
      : Math.max(0, replicas - scaledValue(maxUnavailable, replicas, 'up'));
  const count = Math.max(0, replicas - healthy);
  const text =
    count === 0
      ? `a drain may evict none of ${replicas}, and waits for ever`
      : `a drain may evict ${count} of ${replicas} at once, while all are healthy`;
  return [{ by: `PodDisruptionBudget/${budget.name}`, text }];
}

function scalerText(scaler: HeldObject, workload: HeldObject): ExplainedScale[] {
  const { scaleTargetRef, minReplicas = 1, maxReplicas = 1 } = (scaler.object as HorizontalPodAutoscaler).spec ?? {};
  if (scaleTargetRef?.kind !== workload.kind || scaleTargetRef?.name !== workload.name) return [];
  return [
    { by: `HorizontalPodAutoscaler/${scaler.name}`, text: `sets replicas, from ${minReplicas} to ${maxReplicas}` },
  ];
}
