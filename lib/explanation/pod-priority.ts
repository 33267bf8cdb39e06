import type { HeldObject } from '../graph/held-object';
import type { PodSpec, PriorityClass } from '../kubernetes/generated/decoded';

/** Which pods go first when there is no room: the higher number stays. */
export interface PodPriority {
  /** Undefined where the class is not among the objects. */
  readonly value?: number;
  /** The class that it comes from; undefined where the cluster may have a class for pods that name none. */
  readonly className?: string;
}

/** Follows kubernetes pkg/apis/scheduling/types.go SystemCriticalPriority. */
const SYSTEM_CLASSES: Readonly<Record<string, number>> = {
  'system-cluster-critical': 2_000_000_000,
  'system-node-critical': 2_000_001_000,
};

/**
 * The priority that a pod is admitted with: that of its class, else that of the class which is the default of the
 * cluster where it is among the objects, else 0.
 *
 * Follows kubernetes plugin/pkg/admission/priority/admission.go admitPod.
 */
export function podPriority({ priorityClassName, priority }: PodSpec, objects: readonly HeldObject[]): PodPriority {
  const classes = objects.filter(({ kind }) => kind === 'PriorityClass').map(({ object }) => object as PriorityClass);
  if (priorityClassName) {
    const own = classes.find(({ metadata }) => metadata?.name === priorityClassName)?.value;
    const value = own ?? SYSTEM_CLASSES[priorityClassName] ?? priority;
    return { className: priorityClassName, ...(value !== undefined && { value }) };
  }
  const common = classes
    .filter(({ globalDefault }) => globalDefault)
    .sort((one, other) => (one.value ?? 0) - (other.value ?? 0))[0];
  if (!common) return { value: 0 };
  return { value: common.value ?? 0, className: common.metadata?.name ?? '' };
}
