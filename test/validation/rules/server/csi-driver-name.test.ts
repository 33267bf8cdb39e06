import { FieldPath } from '../../../../lib/validation/field-path';
import type { Finding } from '../../../../lib/validation/finding';
import { reportCSIDriverName } from '../../../../lib/validation/rules/server/csi-driver-name';

function reasons(name: string, minor = 36): string[] {
  const found: Finding[] = [];
  reportCSIDriverName(name, FieldPath.root.child('driver'), (finding) => found.push(finding), minor);
  return found.map(({ reason }) => reason);
}

test.each(['ebs.csi.aws.com', 'EBS.csi.AWS.com', 'a'.repeat(63)])('takes %s', (name) => {
  expect(reasons(name)).toEqual([]);
});

test.each([
  ['a name of 64', 'a'.repeat(64), 'FieldValueTooLong'],
  ['a slash', 'example.com/driver', 'FieldValueInvalid'],
  ['an underscore', 'my_driver', 'FieldValueInvalid'],
  ['nothing', '', 'FieldValueRequired'],
])('refuses %s', (_, name, reason) => expect(reasons(name)).toEqual([reason]));

test('says twice until 1.34 that nothing is no name', () => {
  expect(reasons('', 34)).toEqual(['FieldValueRequired', 'FieldValueInvalid']);
});
