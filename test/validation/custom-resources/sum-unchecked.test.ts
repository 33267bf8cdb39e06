import { sumUnchecked } from '../../../lib/validation/custom-resources/sum-unchecked';
import type { Diagnostic } from '../../../lib/validation/diagnostic';

const unchecked = (
  index: number,
  kind = 'Widget',
  apiVersion = 'example.com/v1',
  message = 'not checked',
): Diagnostic => ({
  rule: 'unchecked-custom-resource',
  severity: 'info',
  reason: 'NotChecked',
  object: { index, apiVersion, kind, name: 'web' },
  field: '',
  path: [],
  message,
});
const summary = (diagnostics: readonly Diagnostic[]) =>
  diagnostics.map(({ object, message, count }) => [object.index, message, count]);

test('the first of each kind of a group speaks for all', () => {
  expect(
    summary(
      sumUnchecked([
        unchecked(0),
        unchecked(1, 'Gadget'),
        unchecked(2),
        unchecked(3, 'Widget', 'example.com/v2'),
        unchecked(4, 'Widget', 'other.com/v1'),
      ]),
    ),
  ).toEqual([
    [0, 'not checked (3 objects)', 3],
    [1, 'not checked', undefined],
    [4, 'not checked', undefined],
  ]);
});

test('different words stay apart, and errors stay as they are', () => {
  const error: Diagnostic = { ...unchecked(0), reason: 'FieldValueInvalid' };
  const given = [error, error, unchecked(1), unchecked(1, 'Widget', 'example.com/v1', 'CEL')];
  expect(sumUnchecked(given)).toEqual(given);
});

test('sums are summed up', () => {
  const two = sumUnchecked([unchecked(0), unchecked(1)]);
  const three = sumUnchecked([unchecked(2), unchecked(3), unchecked(4)]);
  expect(summary(sumUnchecked([...two, ...three, unchecked(5)]))).toEqual([[0, 'not checked (6 objects)', 6]]);
});
