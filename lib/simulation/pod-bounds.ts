import { createEventQueue } from './event-queue';
import { type Bounds, type ExploreOptions, explore } from './explore';
import type { PodEvent } from './pod-event';
import { createPodMachine, type PodMachineOptions } from './pod-machine';
import { podObservations, type StatusFrom } from './pod-observations';

/** What a pod goes through while its bounds are looked for. */
export interface PodBoundsOptions extends ExploreOptions {
  /** Simulated seconds to look at. */
  readonly seconds: number;
  /** When the pod is deleted, in simulated seconds; never when left out. */
  readonly deleteAt?: number;
  /** Default: `terminationGracePeriodSeconds` of the spec. */
  readonly gracePeriodSeconds?: number;
}

/**
 * Between which times everything can happen that a pod can go through: the starts and ends of its containers, the first
 * results of its probes, kills, and what its status shows, named as `observationName` names them.
 */
export function podBounds(
  pod: Omit<PodMachineOptions, 'choices' | 'onEvent' | 'onStatus'>,
  { seconds, deleteAt, gracePeriodSeconds, ...options }: PodBoundsOptions,
): Bounds[] {
  return explore((choices) => {
    const queue = createEventQueue();
    const events: PodEvent[] = [];
    const statuses: StatusFrom[] = [];
    const machine = createPodMachine(queue, {
      ...pod,
      choices,
      onEvent: (event) => events.push(event),
      onStatus: (status, at) => statuses.push({ at, status }),
    });
    machine.start();
    if (deleteAt !== undefined) queue.at(deleteAt, () => machine.delete(gracePeriodSeconds));
    queue.runUntil(seconds);
    return podObservations(events, statuses);
  }, options);
}
