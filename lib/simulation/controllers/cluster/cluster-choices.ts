import { type JitterSource, seededChoices } from '../../choices';

/**
 * What a cluster leaves to chance, besides what its kubelets do. Every occurrence is one choice in [0, 1].
 *
 * - `watch`: from a change to the sync of a controller that it causes, 0 to 0.14 s, mostly short.
 * - `write`: one request to the API server, 0 to 0.05 s, mostly short.
 * - `request`: from a step of the scenario to its effect, 0 to 0.14 s, mostly short.
 * - `schedule`: from an unbound pod to its binding, 0 to 0.14 s, mostly short.
 * - `kubelet`: from a change of a pod to what its kubelet does about it, 0 to 0.12 s, mostly short.
 * - `command`: from calling kubectl to its first request, 0.02 to 0.25 s.
 * - `clock`: the fraction of the wall-clock second at which the scenario starts; times in a status are whole seconds.
 *   Drawn once.
 * - `uid`: the order of pods that nothing else tells apart.
 * - `node`: which one of several equally good nodes a pod goes to, or a DaemonSet updates first.
 * - `heartbeat`: how long before its end a node renewed its Lease, 0 to 10 s.
 * - `nodeMonitor`: where the five-second check of node health stands against the start. Drawn once.
 * - `taintPass`: where the pass that adds NoExecute taints stands in its 0.1 s. Drawn at every use.
 * - `podGC`: where the twenty-second check for pods of missing nodes stands against the start. Drawn once.
 * - `conflict`: the extra tenth of the half second after which the API server retries a conflicting eviction.
 * - `cron`: how late a CronJob starts a Job after the full second, 0.10 to 0.17 s.
 */
export type ClusterJitterSource =
  | 'watch'
  | 'write'
  | 'request'
  | 'schedule'
  | 'kubelet'
  | 'command'
  | 'clock'
  | 'uid'
  | 'node'
  | 'heartbeat'
  | 'nodeMonitor'
  | 'taintPass'
  | 'podGC'
  | 'conflict'
  | 'cron';

/** Decides what is left to chance in a cluster and its pods. */
export interface ClusterChoices {
  /** The next choice of this source, in [0, 1]. */
  next(source: ClusterJitterSource | JitterSource): number;
}

/** The longest latency of each kind, in seconds, as measured on an idle cluster. */
const LONGEST = { watch: 0.14, write: 0.05, request: 0.14, schedule: 0.14, kubelet: 0.12 } as const;

/** Makes short latencies far more frequent than long ones: the middle choice is an eighth of the longest. */
const SKEW = 3;

/** The next latency of a kind, in seconds. */
export function latency(choices: ClusterChoices, source: keyof typeof LONGEST): number {
  return LONGEST[source] * choices.next(source) ** SKEW;
}

/** The next value of a source, spread evenly between two bounds. */
export function between(choices: ClusterChoices, source: ClusterJitterSource, low: number, high: number): number {
  return low + (high - low) * choices.next(source);
}

/** One of several items that are equally good. */
export function oneOf<T>(choices: ClusterChoices, source: ClusterJitterSource, items: readonly T[]): T | undefined {
  return items[Math.min(items.length - 1, Math.floor(choices.next(source) * items.length))];
}

/** The items in an order that is left to chance. */
export function shuffled<T>(choices: ClusterChoices, source: ClusterJitterSource, items: Iterable<T>): T[] {
  const rest = [...items];
  const order: T[] = [];
  while (rest.length > 0) {
    const index = Math.min(rest.length - 1, Math.floor(choices.next(source) * rest.length));
    order.push(...rest.splice(index, 1));
  }
  return order;
}

/**
 * Choices under which pods start far apart from each other while controllers are quick, so that they take pods one by
 * one that others would take together; the same for the same seed.
 */
export function staggeredChoices(seed: number): ClusterChoices {
  const random = seededChoices(seed);
  return {
    next(source) {
      const choice = random.next('clock');
      if (source === 'kubelet' || source === 'schedule') return choice ** (1 / SKEW);
      return source === 'watch' || source === 'write' ? choice / 2 : choice;
    },
  };
}
