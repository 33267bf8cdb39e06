import type { ClusterNode } from '../cluster/cluster-object';

/** How much of a zone is lost. */
export type ZoneState = 'Normal' | 'PartialDisruption' | 'FullDisruption';

/** More than this share of a zone must be lost to make it partially disrupted (`--unhealthy-zone-threshold`). */
const UNHEALTHY_SHARE = 0.55;
/** And more than so many nodes. */
const FEW_NODES = 2;
/** Zones of at most so many nodes are small (`--large-cluster-size-threshold`). */
const SMALL_ZONE = 50;
/** NoExecute taints per second (`--node-eviction-rate`), and in a large zone that is partially disrupted. */
const EVICTION_RATE = 0.1;
const SECONDARY_EVICTION_RATE = 0.01;

/** Follows kubernetes pkg/controller/nodelifecycle/node_lifecycle_controller.go ComputeZoneState. */
export function zoneState(nodes: readonly ClusterNode[]): ZoneState {
  const lost = nodes.filter(({ ready }) => ready !== 'True').length;
  if (lost > 0 && lost === nodes.length) return 'FullDisruption';
  return lost > FEW_NODES && lost / nodes.length >= UNHEALTHY_SHARE ? 'PartialDisruption' : 'Normal';
}

/** How many NoExecute taints per second a zone may get. Follows setLimiterInZone, ReducedQPSFunc, HealthyQPSFunc. */
export function evictionRate(state: ZoneState, nodes: number): number {
  if (state !== 'PartialDisruption') return EVICTION_RATE;
  return nodes > SMALL_ZONE ? SECONDARY_EVICTION_RATE : 0;
}
