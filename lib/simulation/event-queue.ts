/** An action that waits in an event queue; `cancel` takes it out. */
export interface Scheduled {
  readonly time: number;
  cancelled: boolean;
}

interface Entry extends Scheduled {
  readonly order: number;
  readonly action: () => void;
}

/** Simulated time: actions run in the order of their times, those of one time in the order they were scheduled. */
export interface EventQueue {
  /** The simulated time, in seconds. */
  readonly now: number;
  /** Schedules an action at a time in seconds; a time in the past means now. */
  at(time: number, action: () => void): Scheduled;
  /** Schedules an action so many seconds from now. */
  after(seconds: number, action: () => void): Scheduled;
  cancel(scheduled: Scheduled | undefined): void;
  /** Runs every action up to and including this time, in seconds, and leaves the clock there. */
  runUntil(time: number): void;
}

/** An empty queue whose clock stands at 0. */
export function createEventQueue(): EventQueue {
  const heap: Entry[] = [];
  let order = 0;
  let now = 0;

  const at = (time: number, action: () => void): Scheduled => {
    const entry: Entry = { time: Math.max(time, now), order: order++, action, cancelled: false };
    push(heap, entry);
    return entry;
  };

  return {
    get now() {
      return now;
    },
    at,
    after: (seconds, action) => at(now + seconds, action),
    cancel(scheduled) {
      if (scheduled) scheduled.cancelled = true;
    },
    runUntil(time) {
      for (let next = heap[0]; next !== undefined && next.time <= time; next = heap[0]) {
        pop(heap);
        if (next.cancelled) continue;
        now = next.time;
        next.action();
      }
      now = Math.max(now, time);
    },
  };
}

function isBefore(one: Entry, other: Entry): boolean {
  return one.time < other.time || (one.time === other.time && one.order < other.order);
}

function push(heap: Entry[], entry: Entry): void {
  let index = heap.push(entry) - 1;
  while (index > 0) {
    const parent = (index - 1) >> 1;
    const above = heap[parent] as Entry;
    if (!isBefore(entry, above)) break;
    heap[index] = above;
    index = parent;
  }
  heap[index] = entry;
}

function pop(heap: Entry[]): void {
  const last = heap.pop() as Entry;
  if (heap.length === 0) return;
  let index = 0;
  for (;;) {
    let child = 2 * index + 1;
    if (child >= heap.length) break;
    if (child + 1 < heap.length && isBefore(heap[child + 1] as Entry, heap[child] as Entry)) child++;
    const below = heap[child] as Entry;
    if (!isBefore(below, last)) break;
    heap[index] = below;
    index = child;
  }
  heap[index] = last;
}
