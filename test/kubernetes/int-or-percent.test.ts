import { atMostWhole, intOrPercent, isZero } from '../../lib/kubernetes/int-or-percent';

test.each([0, 1, 2 ** 31 - 1, '0%', '25%', '1000%'])('%j is a number or a percentage', (value) => {
  expect(intOrPercent(value)).toEqual([]);
});

test.each([-1, '1', '', '%', '-1%', '2.5%', '25 %', '25%%', 'x'])('%j is neither', (value) => {
  expect(intOrPercent(value)).toHaveLength(1);
});

test.each([0, '0', '-0', '0%', '00%', 'x', '', '1.5', '-1%'])('%j stands for zero', (value) => {
  expect(isZero(value)).toBe(true);
});

test.each([1, -1, '1', '+1', '1%', '99999999999999999999%'])('%j does not', (value) => {
  expect(isZero(value)).toBe(false);
});

test('only a percentage can be more than all', () => {
  expect(['100%', '101%', 101, '101', '99999999999999999999%'].map((value) => atMostWhole(value).length)).toEqual([
    0, 1, 0, 0, 1,
  ]);
});
