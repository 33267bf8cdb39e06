/**
 * What a run of a kubelet leaves to chance. Every occurrence is one choice in [0, 1].
 *
 * - `relist`: where the next listing of containers falls in the second after a change (kubernetes
 *   pkg/kubelet/pleg/generic.go; a listing every second). It decides when an exit is noticed, and when a sync that
 *   follows another one may begin.
 * - `syncTick`: where the kubelet's one-second ticker stands against the start of the pod (kubelet.go syncLoop). Drawn once.
 * - `clock`: the fraction of the wall-clock second in which the pod starts; times in a status are whole seconds. Drawn once.
 * - `backOff`: the random factor of 1.0 to 1.5 before a pod is looked at again (pod_workers.go completeWork).
 * - `trigger`: whether an immediate readiness probe runs before the status that it needs is stored, and does nothing
 *   (prober_manager.go UpdatePodStatus). Above 0.75 it does.
 * - `tie`: which comes first where milliseconds decide whether a back-off is over. Above 0.5 it is not.
 * - `collection`: whether the garbage collection of containers, once a minute, falls between the creation and the start
 *   of a container, takes the new one for the dead one to keep and removes the one before (kuberuntime/kuberuntime_gc.go
 *   evictContainers). The next back-off then has nothing to look at. Above 0.99 it does; only seeded choices go there.
 */
export type JitterSource = 'relist' | 'syncTick' | 'clock' | 'backOff' | 'trigger' | 'tie' | 'collection';

/** Decides what is left to chance. */
export interface Choices {
  /** The next choice of this source, in [0, 1]. */
  next(source: JitterSource): number;
}

/** Every choice the same: 0.5 is the nominal run, 0 and 1 are as early and as late as single choices go. */
export function constantChoices(value: number): Choices {
  return { next: (source) => (source === 'collection' ? 0.5 : value) };
}

/** The documented midpoint of every spread: an exit is noticed after 0.5 s, a back-off lasts 1.25 times its length. */
export const nominalChoices: Choices = constantChoices(0.5);

/** The given choices in order, whatever their source, and then the nominal ones. */
export function scriptedChoices(script: readonly number[]): Choices {
  let index = 0;
  return { next: () => script[index++] ?? 0.5 };
}

/**
 * Choices that a seed decides, the same for the same seed.
 *
 * @param extreme The share of choices that are 0 or 1 instead of something between, in [0, 1]. Default 0.
 */
export function seededChoices(seed: number, extreme = 0): Choices {
  let state = (seed * 0x9e3779b1) >>> 0;
  const random = () => {
    // mulberry32
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    next(source) {
      const isExtreme = extreme > 0 && source !== 'collection' && random() < extreme;
      const value = random();
      return isExtreme ? Math.round(value) : value;
    },
  };
}
