import type { Choices } from '../choices';
import type { EventQueue, Scheduled } from '../event-queue';
import type { KubeletFeatures } from './features';
import { type Process, run } from './process';
import type { Relister } from './relister';

/** How a sync ended: well, with something to try again, on the way to the next stage, or for good. */
export type SyncResult =
  | { readonly kind: 'done' | 'next-stage' | 'finished' }
  | {
      readonly kind: 'failed';
      /** Seconds until the earliest back-off ends, where that was the only failure. */
      readonly backOffLeft?: number;
    };

/** The kubelet's loop over one pod: one sync at a time. */
export interface PodWorker {
  /** Something has changed: sync, or sync again when the present one is over. */
  update(): void;
}

/** Seconds from a sync without failure to the next one, before the random factor. */
const RESYNC = 60;
/** Seconds from a failed sync to the next one, before the random factor. */
const RETRY = 10;

/**
 * Follows kubernetes pkg/kubelet/pod_workers.go podWorkerLoop and completeWork: a sync waits for a listing newer than
 * the end of the one before, and draws the time of the next one, at which the kubelet's one-second ticker looks.
 */
export function createPodWorker(
  queue: EventQueue,
  choices: Choices,
  features: KubeletFeatures,
  relister: Relister,
  sync: () => Process<SyncResult>,
): PodWorker {
  let working = false;
  let pending = false;
  let finished = false;
  let lastSync = Number.NEGATIVE_INFINITY;
  let queued: Scheduled | undefined;
  let tickPhase: number | undefined;

  const queueIn = (seconds: number) => {
    tickPhase ??= choices.next('syncTick');
    const due = queue.now + seconds;
    queue.cancel(queued);
    queued = queue.at(tickPhase + Math.ceil(due - tickPhase), update);
  };
  const jittered = (seconds: number) => seconds * (1 + 0.5 * choices.next('backOff'));

  const complete = (result: SyncResult) => {
    lastSync = queue.now;
    working = false;
    switch (result.kind) {
      case 'finished':
        finished = true;
        queue.cancel(queued);
        return;
      case 'next-stage':
        queueIn(0);
        break;
      case 'done':
        queueIn(jittered(RESYNC));
        break;
      case 'failed': {
        const left = features.retriesWhenBackOffEnds ? (result.backOffLeft ?? RETRY) : RETRY;
        queueIn(jittered(Math.min(Math.max(left, 0), RESYNC)));
      }
    }
    if (!pending) return;
    pending = false;
    update();
  };

  function update(): void {
    if (finished) return;
    if (working) {
      pending = true;
      return;
    }
    working = true;
    const wait =
      lastSync === Number.NEGATIVE_INFINITY ? (resume: () => void) => resume() : relister.newerThan(lastSync);
    wait(() => run(sync(), complete));
  }

  return { update };
}
