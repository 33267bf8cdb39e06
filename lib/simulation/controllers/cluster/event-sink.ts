import type { EventQueue } from '../../event-queue';

/**
 * Sends the Events of a controller one after another, each with a request that waits for those of the controller itself.
 *
 * Follows k8s.io/client-go tools/record/event.go StartRecordingToSink: one goroutine, which shares the client.
 *
 * @param request Sends a request and returns the seconds until it is done.
 */
export function createEventSink(queue: EventQueue, request: () => number): (send: () => void) => void {
  const waiting: (() => void)[] = [];
  let isSending = false;
  const next = (): void => {
    const send = waiting.shift();
    isSending = send !== undefined;
    if (!send) return;
    queue.after(request(), () => {
      send();
      next();
    });
  };
  return (send) => {
    waiting.push(send);
    if (!isSending) next();
  };
}
