import type { Scheduled } from '../../event-queue';
import type { Cluster } from './cluster';
import { latency } from './cluster-choices';
import { type Process, runProcess } from './process';

/** The first delay before a failed sync is tried again, in seconds; it doubles each time. */
const FIRST_RETRY_SECONDS = 0.005;

/** The keys that a controller has to sync. Each is synced by one worker at a time. */
export interface WorkQueue {
  /** Syncs this key soon, once, however often it is added before that. */
  add(key: string): void;
  /** Adds the key so many seconds from now; the earliest of several waits counts. */
  addAfter(key: string, seconds: number): void;
}

/**
 * A work queue: `sync` handles one key, and says `retry` when it could not finish.
 *
 * Follows k8s.io/client-go util/workqueue queue.go (dirty and processing sets), delaying_queue.go and
 * default_rate_limiters.go ItemExponentialFailureRateLimiter.
 */
export function createWorkQueue(
  cluster: Cluster,
  sync: (key: string, retry: () => void) => Process | undefined,
): WorkQueue {
  const { queue, choices } = cluster;
  const dirty = new Set<string>();
  const processing = new Set<string>();
  const waiting = new Map<string, Scheduled>();
  const failures = new Map<string, number>();

  const start = (key: string): void => {
    dirty.delete(key);
    processing.add(key);
    let failed = false;
    const retry = () => {
      failed = true;
    };
    const end = (): void => {
      processing.delete(key);
      if (failed) {
        const count = failures.get(key) ?? 0;
        failures.set(key, count + 1);
        addAfter(key, FIRST_RETRY_SECONDS * 2 ** count);
      } else failures.delete(key);
      if (dirty.has(key)) queue.after(0, () => start(key));
    };
    const process = sync(key, retry);
    if (process) runProcess(queue, process, end);
    else end();
  };

  const add = (key: string): void => {
    if (dirty.has(key)) return;
    dirty.add(key);
    if (!processing.has(key)) queue.after(latency(choices, 'watch'), () => start(key));
  };

  const addAfter = (key: string, seconds: number): void => {
    const time = queue.now + seconds;
    const earlier = waiting.get(key);
    if (earlier && earlier.time <= time) return;
    queue.cancel(earlier);
    const scheduled = queue.at(time, () => {
      waiting.delete(key);
      add(key);
    });
    waiting.set(key, scheduled);
  };

  return { add, addAfter };
}
