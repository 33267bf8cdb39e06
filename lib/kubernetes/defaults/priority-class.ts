import type { PriorityClass } from '../generated/decoded';

/** Fills in a PriorityClass. Follows kubernetes pkg/apis/scheduling/v1/defaults.go SetDefaults_PriorityClass. */
export function defaultPriorityClass(priorityClass: PriorityClass): void {
  priorityClass.preemptionPolicy ??= 'PreemptLowerPriority';
}
