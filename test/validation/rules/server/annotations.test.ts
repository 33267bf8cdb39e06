import { FieldPath } from '../../../../lib/validation/field-path';
import type { Finding } from '../../../../lib/validation/finding';
import { reportAnnotationKeys, reportAnnotationsSize } from '../../../../lib/validation/rules/server/annotations';

const at = FieldPath.root.child('annotations');
const reasons = (check: typeof reportAnnotationKeys, annotations: Record<string, string>) => {
  const found: Finding[] = [];
  check(annotations, at, (finding) => found.push(finding));
  return found.map(({ reason, place }) => `${reason} at ${place ?? at}`);
};
const LARGEST = 256 * 1024;

test('keys are read in lower case', () => {
  expect(reasons(reportAnnotationKeys, { 'Example.com/Note': 'any text' })).toEqual([]);
  expect(reasons(reportAnnotationKeys, { 'my note': '' })).toEqual(['FieldValueInvalid at annotations[my note]']);
});

test('the size counts the bytes of keys and values', () => {
  expect(reasons(reportAnnotationsSize, { a: 'x'.repeat(LARGEST - 2), b: '' })).toEqual([]);
  expect(reasons(reportAnnotationsSize, { a: 'x'.repeat(LARGEST - 1), b: '' })).toEqual([
    'FieldValueTooLong at annotations',
  ]);
  expect(reasons(reportAnnotationsSize, { a: 'é'.repeat(LARGEST / 2) })).toEqual(['FieldValueTooLong at annotations']);
});
