import { readCases } from '../../../scripts/conformance/cases';
import { exceptions } from '../../../scripts/conformance/exceptions';
import { score } from '../../../scripts/conformance/score';

const { outcomes, figures } = score(readCases([]));

test('every area is judged for every version from 1.28 to 1.36', () => {
  expect([...figures.keys()]).toHaveLength(5 * 9);
  expect([...figures.values()].reduce((sum, { cases }) => sum + cases, 0)).toBe(9021 * 9);
});

test('nothing that a server accepts is refused, and nothing crashes', () => {
  expect(outcomes.filter(({ kind }) => kind === 'false alarm' || kind === 'crash')).toEqual([]);
});

test('verdicts and causes differ on the listed exceptions only', () => {
  const differing = new Set(outcomes.map(({ id, kind }) => `${id}: ${kind}`));
  expect([...differing].sort()).toEqual(exceptions.map(({ id, kind }) => `${id}: ${kind}`).sort());
});
