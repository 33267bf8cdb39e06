import { createEventQueue } from '../../lib/simulation/event-queue';

test('actions run in the order of their times, those of one time in the order they were scheduled', () => {
  const queue = createEventQueue();
  const seen: string[] = [];
  for (const [time, name] of [
    [5, 'c'],
    [1, 'a'],
    [5, 'd'],
    [3, 'b'],
  ] as const) {
    queue.at(time, () => seen.push(`${name}@${queue.now}`));
  }
  queue.runUntil(10);
  expect(seen).toEqual(['a@1', 'b@3', 'c@5', 'd@5']);
  expect(queue.now).toBe(10);
});

test('an action may schedule and cancel others; the past means now', () => {
  const queue = createEventQueue();
  const seen: number[] = [];
  const cancelled = queue.at(4, () => seen.push(4));
  queue.at(2, () => {
    queue.cancel(cancelled);
    queue.at(1, () => seen.push(queue.now));
    queue.after(3, () => seen.push(queue.now));
  });
  queue.runUntil(4.9);
  expect(seen).toEqual([2]);
  queue.runUntil(5);
  expect(seen).toEqual([2, 5]);
});

test('thousands of actions in any order come out sorted', () => {
  const queue = createEventQueue();
  const times = Array.from({ length: 5000 }, (_, index) => (index * 7919) % 5003);
  const seen: number[] = [];
  for (const time of times) queue.at(time, () => seen.push(queue.now));
  queue.runUntil(Number.MAX_SAFE_INTEGER);
  expect(seen).toEqual([...times].sort((one, other) => one - other));
});
