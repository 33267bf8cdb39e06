import { FieldPath } from '../../../../lib/validation/field-path';
import type { Finding } from '../../../../lib/validation/finding';
import { reportDeviceNames } from '../../../../lib/validation/rules/server/device-names';

describe('reportDeviceNames', () => {
  test.each<[string, number, string[]]>([
    ['names a repeated item by its name', 34, ['[1].name: FieldValueDuplicate', '[2].name: FieldValueInvalid']],
    ['names a repeated item by its place', 35, ['[1]: FieldValueDuplicate', '[2].name: FieldValueInvalid']],
  ])('%s in 1.%i', (_, minor, expected) => {
    const found: Finding[] = [];
    reportDeviceNames([{ name: 'a' }, { name: 'a' }, {}], FieldPath.root, (finding) => found.push(finding), minor);
    expect(found.map(({ field, reason }) => `${field}: ${reason}`)).toEqual(expected);
  });
});
