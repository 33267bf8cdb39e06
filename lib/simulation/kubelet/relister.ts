import type { Choices } from '../choices';
import type { EventQueue } from '../event-queue';
import type { KubeletFeatures } from './features';
import type { Wait } from './process';
import type { ContainerRuntime, RuntimeSnapshot } from './runtime';

/** Seconds from one listing to the next: the kubelet rests for one second, and listing takes a moment. */
const PERIOD = 1.01;
/** Seconds after which nothing is known any more of where in a second the listings fall: each takes a moment itself. */
const MEMORY = 10;
/** Seconds that an immediate listing takes. */
const ON_DEMAND = 0.004;

/** The kubelet's cache of what the runtime runs. */
export interface Relister {
  /** The containers as last listed. */
  cached(): RuntimeSnapshot;
  /** Something in the runtime has changed: the next listing matters. */
  wake(): void;
  /** Asks for a listing at once, which kubelets without that feature ignore. */
  request(): void;
  /** Waits for a listing that is newer than this time. */
  newerThan(time: number): Wait;
}

/**
 * Lists only when somebody could notice. Follows kubernetes pkg/kubelet/pleg/generic.go Relist and
 * pkg/kubelet/container/cache.go GetNewerThan.
 *
 * @param onChange Called when a listing differs from the one before.
 */
export function createRelister(
  queue: EventQueue,
  choices: Choices,
  features: KubeletFeatures,
  runtime: ContainerRuntime,
  onChange: () => void,
): Relister {
  let anchor = Number.NEGATIVE_INFINITY;
  let observedAt = Number.NEGATIVE_INFINITY;
  let seen = 0;
  let snapshot: RuntimeSnapshot = new Map();
  let scheduledFor = Number.POSITIVE_INFINITY;
  let waiting: { readonly after: number; readonly resume: () => void }[] = [];

  const nextAfter = (time: number): number => {
    if (time - anchor > MEMORY) {
      anchor = time + Math.max(choices.next('relist') * PERIOD, 0.001);
      return anchor;
    }
    if (time < anchor) return anchor;
    return anchor + (Math.floor((time - anchor) / PERIOD) + 1) * PERIOD;
  };

  const list = () => {
    observedAt = queue.now;
    const changed = seen !== runtime.version;
    if (changed) {
      seen = runtime.version;
      snapshot = runtime.snapshot();
    }
    const ready = waiting.filter((one) => one.after < observedAt);
    waiting = waiting.filter((one) => one.after >= observedAt);
    if (changed) onChange();
    for (const { resume } of ready) resume();
  };

  const schedule = (time: number) => {
    if (scheduledFor <= time) return;
    scheduledFor = time;
    queue.at(time, () => {
      if (scheduledFor !== time) return;
      scheduledFor = Number.POSITIVE_INFINITY;
      list();
    });
  };

  return {
    cached: () => snapshot,
    wake: () => schedule(nextAfter(queue.now)),
    request() {
      if (features.relistsOnDemand) queue.after(ON_DEMAND, list);
    },
    newerThan: (after) => (resume) => {
      if (observedAt > after) return resume();
      const time = nextAfter(after);
      if (time <= queue.now) return resume();
      waiting.push({ after, resume });
      schedule(time);
    },
  };
}
