import type { EventQueue } from '../../event-queue';
import type { PodPhase } from '../../pod-status';
import type { ClusterChoices } from '../cluster/cluster-choices';
import type { ClusterPod } from '../cluster/cluster-object';

/** What a kubelet reports about a pod. */
export interface PodReport {
  readonly phase: PodPhase;
  readonly ready: boolean;
  readonly restartCount: number;
  /** The exit code of the last container that ended. */
  readonly exitCode?: number;
}

/** Runs the containers of one pod. */
export interface PodRuntime {
  /** The pod has reached its node. */
  start(): void;
  /** The containers are to end within so many seconds. */
  stop(gracePeriodSeconds: number): void;
  /** The containers are gone at once, and nothing is reported any more. */
  kill(): void;
}

/** What a runtime works with. */
export interface RuntimeContext {
  readonly queue: EventQueue;
  readonly choices: ClusterChoices;
  readonly pod: ClusterPod;
  report(report: PodReport): void;
  /** Its containers have ended after `stop`. */
  ended(): void;
}

/** Makes the runtime of a pod. */
export type PodRuntimeFactory = (context: RuntimeContext) => PodRuntime;
