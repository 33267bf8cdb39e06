import type { DeploymentSpec } from '../../../kubernetes/generated/decoded';
import type { IntOrPercent } from '../../../kubernetes/int-or-percent';

/**
 * A number, or a percentage of a total as a whole number.
 *
 * Follows k8s.io/apimachinery pkg/util/intstr GetScaledValueFromIntOrPercent.
 */
export function scaledValue(value: IntOrPercent, total: number, round: 'up' | 'down'): number {
  if (typeof value === 'number') return value;
  const exact = (Number.parseInt(value, 10) * total) / 100;
  return round === 'up' ? Math.ceil(exact) : Math.floor(exact);
}

/** How many pods a rolling update may add and take away. */
export interface Fenceposts {
  readonly maxSurge: number;
  readonly maxUnavailable: number;
}

/**
 * The surge, rounded up, and the unavailability, rounded down, of a Deployment; if both are 0, one pod may be
 * unavailable. Recreate has neither.
 *
 * Follows kubernetes pkg/controller/deployment/util/deployment_util.go ResolveFenceposts, MaxSurge, MaxUnavailable.
 */
export function fencepostsOf({ strategy, replicas = 1 }: Pick<DeploymentSpec, 'strategy' | 'replicas'>): Fenceposts {
  if (strategy?.type !== 'RollingUpdate') return { maxSurge: 0, maxUnavailable: 0 };
  const { maxSurge: surge = 0, maxUnavailable: unavailable = 0 } = strategy.rollingUpdate ?? {};
  const maxSurge = scaledValue(surge, replicas, 'up');
  const maxUnavailable = scaledValue(unavailable, replicas, 'down');
  const atLeast = maxSurge === 0 && maxUnavailable === 0 ? 1 : maxUnavailable;
  return { maxSurge, maxUnavailable: Math.min(atLeast, replicas) };
}
