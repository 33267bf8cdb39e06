import { constantChoices, nominalChoices } from '../../../lib/simulation/choices';
import { createEventQueue } from '../../../lib/simulation/event-queue';
import { createRestartBackOff, DEFAULT_BACK_OFF } from '../../../lib/simulation/kubelet/restart-back-off';

function backOffAt(now: number, choices = nominalChoices, curve = DEFAULT_BACK_OFF) {
  const queue = createEventQueue();
  const backOff = createRestartBackOff(queue, choices, curve);
  queue.runUntil(now);
  return { queue, backOff };
}

test('nothing is held back before the first restart', () => {
  expect(backOffAt(100).backOff.isHeldBack('app', 99)).toBe(false);
});

test('the delay doubles with each restart, up to the cap', () => {
  const { backOff } = backOffAt(0);
  const delays = Array.from({ length: 7 }, () => {
    backOff.next('app', 0);
    return backOff.delay('app');
  });
  expect(delays).toEqual([10, 20, 40, 80, 160, 300, 300]);
});

test('a base above the cap is the cap', () => {
  const { backOff } = backOffAt(0, nominalChoices, { base: 10, cap: 4, reset: 600 });
  backOff.next('app', 0);
  expect(backOff.delay('app')).toBe(4);
});

test('the time counts from the end of the container, for each container', () => {
  const { queue, backOff } = backOffAt(5);
  backOff.next('app', 5);
  queue.runUntil(14.9);
  expect(backOff.isHeldBack('app', 5)).toBe(true);
  expect(backOff.isHeldBack('app', 4)).toBe(false);
  expect(backOff.isHeldBack('other', 14)).toBe(false);
});

test('milliseconds are left to chance', () => {
  for (const [value, held] of [
    [0, false],
    [1, true],
  ] as const) {
    const { queue, backOff } = backOffAt(0, constantChoices(value));
    backOff.next('app', 0);
    queue.runUntil(10.01);
    expect(backOff.isHeldBack('app', 0)).toBe(held);
  }
});

test('a life of more than 10 minutes starts over', () => {
  const { queue, backOff } = backOffAt(0);
  backOff.next('app', 0);
  backOff.next('app', 0);
  queue.runUntil(700);
  expect(backOff.isHeldBack('app', 601)).toBe(false);
  backOff.next('app', 601);
  expect(backOff.delay('app')).toBe(10);
});
