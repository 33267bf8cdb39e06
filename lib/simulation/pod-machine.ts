import type { PodSpec } from '../kubernetes/generated/decoded';
import type { Choices } from './choices';
import type { EventQueue } from './event-queue';
import type { BackOffCurve } from './kubelet/restart-back-off';
import type { PodBehaviour } from './pod-behaviour';
import type { PodEvent } from './pod-event';
import type { PodStatus } from './pod-status';

/** What a pod machine is made of. */
export interface PodMachineOptions {
  readonly name: string;
  /** Default `default`. */
  readonly namespace?: string;
  /** The spec with the API server's defaults filled in. */
  readonly spec: PodSpec;
  readonly behaviour: PodBehaviour;
  /** Default: the nominal ones. */
  readonly choices?: Choices;
  /** The minor of the kubelet; default 36. */
  readonly minor?: number;
  /** Seconds that pulling an image takes the first time; default 0. */
  readonly pullSeconds?: number;
  /** How long restarts are held back; default the kubelet's own curve, 10 s doubled up to 300 s. */
  readonly backOff?: BackOffCurve;
  /**
   * Shows the status as the kubelet computes it, which is what a static pod without an API server has. The API server
   * shows a terminal phase only once every container is known to have ended. Default false.
   */
  readonly standalone?: boolean;
  readonly onEvent?: (event: PodEvent) => void;
  /** Called with each status that differs from the one before. */
  readonly onStatus?: (status: PodStatus, at: number) => void;
}

/** One pod on a node, run by a simulated kubelet. */
export interface PodMachine {
  /** The kubelet sees the pod for the first time. */
  start(): void;
  /** The pod is deleted. @param gracePeriodSeconds Default `terminationGracePeriodSeconds` of the spec. */
  delete(gracePeriodSeconds?: number): void;
  /** The status that the API server holds. */
  status(): PodStatus;
  /** Whether the pod object is gone after a deletion. */
  isGone(): boolean;
}

/** A pod on a queue that many may share; nothing happens before `start`. */
export declare function createPodMachine(queue: EventQueue, options: PodMachineOptions): PodMachine;
