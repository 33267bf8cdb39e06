import { array, assert, integer, property, string } from 'fast-check';
import { inShard } from '../../lib/synthesis/shard';

test('the shards of a count hold every item once, in order, and are of one size, give or take an item', () => {
  assert(
    property(array(string()), integer({ min: 1, max: 9 }), (texts, count) => {
      const items = texts.map((text, position) => ({ text, position }));
      const shards = Array.from({ length: count }, (_, index) => inShard(items, { index: index + 1, count }));
      expect(shards.flat().sort((a, b) => a.position - b.position)).toEqual(items);
      const sizes = shards.map((shard) => shard.length);
      expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
    }),
  );
});
