import type { Bounds } from '../../explore';
import type { ClusterEvent } from '../cluster/cluster-event';

/** The pods of a workload from one moment on, until the next sample. */
export interface AvailabilitySample {
  readonly at: number;
  /** `Deployment/web`; `Pod/web` for a pod without an owner. */
  readonly workload: string;
  /** The replicas that its spec asks for; for a DaemonSet the nodes that want a pod. */
  readonly desired: number;
  /** Pods that exist, those that are terminating included. */
  readonly pods: number;
  /** Pods of the newest template that are not terminating. */
  readonly updated: number;
  /** Pods that are ready and not terminating. */
  readonly ready: number;
  readonly terminating: number;
}

/** Where a Service sends requests from one moment on, until the next sample. */
export interface EndpointsSample {
  readonly at: number;
  /** `Service/web`. */
  readonly service: string;
  /** The pods that are ready. */
  readonly ready: readonly string[];
  /** Pods that are terminating and still ready: they are used while no other one is. */
  readonly terminating: readonly string[];
  /** The pods that get requests. */
  readonly routed: readonly string[];
}

/** A number in the nominal run, and the lowest and highest of all explored runs. */
export interface Range {
  readonly nominal: number;
  readonly lowest: number;
  readonly highest: number;
}

/** Why a workload, or a command, will not get any further by itself. */
export interface Deadlock {
  /** The last progress, in simulated seconds. */
  readonly since: number;
  /** `ProgressDeadlineExceeded`, `Unschedulable`, `PodsNotReady` or `EvictionRefused`. */
  readonly reason: string;
  /** What is waited for, in a sentence. */
  readonly message: string;
}

/** What a scenario does to one workload. Seconds. */
export interface WorkloadSummary {
  readonly workload: string;
  /** The fewest ready pods after it was complete for the first time. */
  readonly lowestAvailability: Range;
  /** The longest time without any ready pod, after the first one was ready. */
  readonly longestGap: Range;
  /** The most pods at one time, those that are terminating included. */
  readonly peakPods: Range;
  /** From the last change of its template to the moment when every replica is updated and ready; undefined if that did
   * not come, or there was no change. */
  readonly rolloutSeconds?: Range;
  readonly deadlock?: Deadlock;
}

/** What happens in a cluster. Times are simulated seconds. */
export interface ClusterTimeline {
  readonly seconds: number;
  /** The nominal run: every latency and every choice in the middle of its range. */
  readonly events: readonly ClusterEvent[];
  /** When each thing can happen, over all explored runs. Names are those of `eventName`. */
  readonly bounds: readonly Bounds[];
  /** Of the nominal run. */
  readonly availability: readonly AvailabilitySample[];
  /** Of the nominal run. */
  readonly endpoints: readonly EndpointsSample[];
  readonly summaries: readonly WorkloadSummary[];
}
