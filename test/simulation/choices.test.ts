import fc from 'fast-check';
import { constantChoices, scriptedChoices, seededChoices } from '../../lib/simulation/choices';

const take = (choices: { next(source: 'relist'): number }, count: number) =>
  Array.from({ length: count }, () => choices.next('relist'));

test('a seed decides every choice', () => {
  expect(take(seededChoices(7), 20)).toEqual(take(seededChoices(7), 20));
  expect(take(seededChoices(7), 20)).not.toEqual(take(seededChoices(8), 20));
});

test('choices lie in [0, 1], and are spread over it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1e6 }), fc.constantFrom(0, 0.3, 1), (seed, extreme) => {
      const values = take(seededChoices(seed, extreme), 200);
      expect(values.every((value) => value >= 0 && value <= 1)).toBe(true);
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
      expect(mean).toBeGreaterThan(0.3);
      expect(mean).toBeLessThan(0.7);
    }),
    { numRuns: 50 },
  );
});

test('extreme choices are 0 or 1, but for what is rare', () => {
  expect(new Set(take(seededChoices(3, 1), 50))).toEqual(new Set([0, 1]));
  const choices = seededChoices(3, 1);
  const rare = Array.from({ length: 500 }, () => choices.next('collection'));
  expect(rare.filter((value) => value > 0.99).length).toBeLessThan(30);
  expect(constantChoices(1).next('collection')).toBe(0.5);
});

test('a script is followed to its end, then the nominal choices', () => {
  expect(take(scriptedChoices([0.1, 0.9]), 3)).toEqual([0.1, 0.9, 0.5]);
});
