import type { PodSpec } from '../../kubernetes/generated/decoded';
import type { ClusterEvent } from '../controllers/cluster/cluster-event';
import type { PodEvent } from '../pod-event';
import type { PodStatus } from '../pod-status';
import type { Scenario, Span } from './scenario';

/** A status of a pod, from this simulated second until the next one. */
export interface TimedStatus {
  readonly at: number;
  readonly status: PodStatus;
}

/** A stretch of time in which a container is broken, whatever its probes say. Seconds. */
export interface Fault extends Span {
  readonly container: string;
}

/** What happened to one pod. Times are simulated seconds since the first pod was created. */
export interface PodTimeline {
  readonly name: string;
  /** The node that it ran on; undefined before it was bound, and where there is only one. */
  readonly node?: string;
  /** What the simulation used of its spec: no environment variables, no arguments. */
  readonly spec: PodSpec;
  readonly createdAt: number;
  /** When the object was gone; undefined while it exists. */
  readonly goneAt?: number;
  readonly events: readonly PodEvent[];
  readonly statuses: readonly TimedStatus[];
  readonly faults: readonly Fault[];
}

/** How many pods a workload is to have, from this simulated second on. */
export interface DesiredReplicas {
  readonly at: number;
  readonly replicas: number;
}

/** What happens to a workload under a scenario, over simulated time; plain data. */
export interface Timeline {
  readonly object: { readonly kind: string; readonly name: string; readonly namespace?: string };
  /** `1.36`. */
  readonly kubeVersion: string;
  readonly scenario: Scenario;
  /** Seconds. */
  readonly duration: number;
  /** In the order of their creation. */
  readonly pods: readonly PodTimeline[];
  /** What controllers, nodes and users did; empty for a single Pod that nobody touches. */
  readonly events: readonly ClusterEvent[];
  readonly desired: readonly DesiredReplicas[];
}

/** The status of a pod at a simulated second; undefined before its first one. */
export function statusAt({ statuses }: Pick<PodTimeline, 'statuses'>, now: number): PodStatus | undefined {
  let [low, high] = [0, statuses.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((statuses[middle] as TimedStatus).at <= now) low = middle + 1;
    else high = middle;
  }
  return statuses[low - 1]?.status;
}
