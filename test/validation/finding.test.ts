import { FieldPath } from '../../lib/validation/field-path';
import {
  duplicate,
  forbidden,
  invalid,
  messageOf,
  notFound,
  notSupported,
  required,
  tooLong,
  tooMany,
  typeInvalid,
} from '../../lib/validation/finding';

const at = FieldPath.root.child('field');

test.each([
  [required(at), 'FieldValueRequired', 'Required value'],
  [required(at, 'must be given'), 'FieldValueRequired', 'Required value: must be given'],
  [invalid(at, 2, 'must be 1'), 'FieldValueInvalid', 'Invalid value: 2: must be 1'],
  [invalid(at, undefined, 'must be set'), 'FieldValueInvalid', 'Invalid value: "": must be set'],
  [
    notSupported(at, 'http', ['HTTP', 'HTTPS']),
    'FieldValueNotSupported',
    'Unsupported value: "http": supported values: "HTTP", "HTTPS"',
  ],
  [forbidden(at, 'not here'), 'FieldValueForbidden', 'Forbidden: not here'],
  [duplicate(at, 'a'), 'FieldValueDuplicate', 'Duplicate value: "a"'],
  [notFound(at, 'a'), 'FieldValueNotFound', 'Not found: "a"'],
  [tooLong(at, 10), 'FieldValueTooLong', 'Too long: may not be more than 10 bytes'],
  [tooMany(at, 3, 2), 'FieldValueTooMany', 'Too many: 3: must have at most 2 items'],
  [typeInvalid(at, 1, 'must be a string'), 'FieldValueTypeInvalid', 'Invalid value: 1: must be a string'],
])('%#: %s', (finding, reason, message) => {
  expect([finding.reason, messageOf(finding)]).toEqual([reason, message]);
});

test('a value that may be secret is left out', () => {
  expect(messageOf(invalid(at, 'hunter2', 'must be longer'), true)).toBe('Invalid value: <hidden>: must be longer');
});

test('a long value is cut', () => {
  expect(messageOf(invalid(at, 'x'.repeat(5000), 'is too long')).length).toBeLessThan(300);
});
