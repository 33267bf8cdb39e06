import type { Choices } from '../../lib/simulation/choices';
import { explore } from '../../lib/simulation/explore';

const run = (choices: Choices) => {
  const first = 10 + 10 * choices.next('backOff');
  const second = first + 10 * choices.next('backOff');
  const events = [
    { name: 'start', at: first },
    { name: 'start', at: second },
  ];
  return choices.next('tie') > 0.5 ? [...events, { name: 'wait', at: second }] : events;
};

test('the bounds enclose what choices can do, the nominal run is theirs', () => {
  const [first, second, wait] = explore(run);
  expect(first).toMatchObject({ name: 'start', occurrence: 1, nominal: 15, share: 1 });
  expect(first?.earliest).toBeLessThanOrEqual(10);
  expect(first?.latest).toBeGreaterThanOrEqual(20);
  expect(second).toMatchObject({ name: 'start', occurrence: 2, nominal: 20 });
  expect(second?.earliest).toBeLessThanOrEqual(10);
  expect(second?.latest).toBeGreaterThanOrEqual(30);
  expect(wait?.nominal).toBeUndefined();
  expect(wait?.share).toBeGreaterThan(0.2);
  expect(wait?.share).toBeLessThan(0.8);
});

test('the same exploration has the same bounds', () => {
  expect(explore(run)).toEqual(explore(run));
});

test('what happens in no run has no bounds, and times stay positive', () => {
  const bounds = explore((choices) => [{ name: 'soon', at: choices.next('relist') }]);
  expect(bounds.map(({ name }) => name)).toEqual(['soon']);
  expect(bounds[0]?.earliest).toBe(0);
});
