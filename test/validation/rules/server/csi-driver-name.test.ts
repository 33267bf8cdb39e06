import { FieldPath } from '../../../../lib/validation/field-path';
import { reportCSIDriverName } from '../../../../lib/validation/rules/server/csi-driver-name';

const reasons = (name: string, minor = 36) => {
  const found: string[] = [];
  reportCSIDriverName(name, FieldPath.root.child('driver'), ({ reason }) => found.push(reason), minor);
  return found;
};

test.each([
  ['csi.example.com', 36, []],
  ['CSI.Example.com', 36, []],
  ['a'.repeat(63), 36, []],
  ['a'.repeat(64), 36, ['FieldValueTooLong']],
  [`${'a'.repeat(63)}_`, 36, ['FieldValueTooLong', 'FieldValueInvalid']],
  ['my_driver', 36, ['FieldValueInvalid']],
  ['', 35, ['FieldValueRequired']],
  ['', 34, ['FieldValueRequired', 'FieldValueInvalid']],
])('%j in 1.%i', (name, minor, expected) => {
  expect(reasons(name, minor)).toEqual(expected);
});
