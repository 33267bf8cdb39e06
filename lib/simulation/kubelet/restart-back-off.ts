import type { Choices } from '../choices';
import type { EventQueue } from '../event-queue';

/** How long restarts are held back, in seconds. */
export interface BackOffCurve {
  /** The first delay; it doubles with each restart. */
  readonly base: number;
  /** The longest delay. */
  readonly cap: number;
  /** A container that lived longer than this since its last restart starts over with the base. */
  readonly reset: number;
}

/** The curve of every kubelet that is not told otherwise. Follows kubernetes pkg/kubelet/kubelet.go newCrashLoopBackOff. */
export const DEFAULT_BACK_OFF: BackOffCurve = { base: 10, cap: 300, reset: 600 };

/** The curve with the feature gate ReduceDefaultCrashLoopBackOffDecay, alpha since 1.33. */
export const REDUCED_BACK_OFF: BackOffCurve = { base: 1, cap: 60, reset: 600 };

/** Seconds within which two moments are so close that which comes first is left to chance. */
const TIE = 0.02;

/** The delays of the containers of a pod, by container name. */
export interface RestartBackOff {
  /** The present delay of a container, in seconds; 0 before its first restart. */
  delay(container: string): number;
  /** Whether a container that finished then must still wait. */
  isHeldBack(container: string, finishedAt: number): boolean;
  /** Counts a restart of a container that finished then: doubles its delay, or begins it. */
  next(container: string, finishedAt: number): void;
}

/**
 * Follows kubernetes staging/src/k8s.io/client-go/util/flowcontrol/backoff.go: the entry is compared with the time since
 * the container finished, so it does not grow while the container waits, and it expires with the time from the last
 * restart to the finish.
 */
export function createRestartBackOff(queue: EventQueue, choices: Choices, curve: BackOffCurve): RestartBackOff {
  const entries = new Map<string, { delay: number; updatedAt: number }>();
  const live = (container: string, finishedAt: number) => {
    const entry = entries.get(container);
    return entry && finishedAt - entry.updatedAt <= curve.reset ? entry : undefined;
  };
  const base = Math.min(curve.base, curve.cap);
  return {
    delay: (container) => entries.get(container)?.delay ?? 0,
    isHeldBack(container, finishedAt) {
      const entry = live(container, finishedAt);
      if (!entry) return false;
      const left = finishedAt + entry.delay - queue.now;
      return Math.abs(left) < TIE ? choices.next('tie') > 0.5 : left > 0;
    },
    next(container, finishedAt) {
      const entry = live(container, finishedAt);
      const delay = entry ? Math.min(entry.delay * 2, curve.cap) : base;
      entries.set(container, { delay, updatedAt: queue.now });
    },
  };
}
