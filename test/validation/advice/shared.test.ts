import { findKind, type Kind } from '../../../lib/kubernetes/kinds';
import { shared } from '../../../lib/validation/advice/shared';

const kind = findKind('v1', 'Pod') as Kind;
const entry = (index: number) => ({ index, kind, object: {}, given: {} });

class Seen {
  readonly indexes: number[] = [];
  see({ index }: { readonly index: number }): void {
    this.indexes.push(index);
  }
}

test('the rules of a run share what they gather, and look at each object once', () => {
  const begin = shared(() => new Seen());
  const [one, two] = [begin(), begin()];
  for (const seen of [entry(0), entry(1)]) for (const rule of [one, two]) rule.see(seen);
  expect(one.gathered()).toBe(two.gathered());
  expect(one.gathered().indexes).toEqual([0, 1]);
});

test('another run gathers anew', () => {
  const begin = shared(() => new Seen());
  const [one, two] = [begin(), begin()];
  one.see(entry(0));
  two.see(entry(0));
  expect(one.gathered()).not.toBe(two.gathered());
  expect(two.gathered().indexes).toEqual([0]);
});

test('what has seen nothing has gathered nothing', () => {
  expect(shared(() => new Seen())().gathered().indexes).toEqual([]);
});
