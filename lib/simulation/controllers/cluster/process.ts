import type { EventQueue } from '../../event-queue';

/** Something that takes time: it yields the seconds that it waits. */
export type Process = Generator<number, void, void>;

/** Runs a process from now on. @param onEnd Called when it has ended. */
export function runProcess(queue: EventQueue, process: Process, onEnd?: () => void): void {
  const step = (): void => {
    const { done, value } = process.next();
    if (done) onEnd?.();
    else queue.after(value, step);
  };
  step();
}
