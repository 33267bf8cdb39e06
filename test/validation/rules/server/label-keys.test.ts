import { FieldPath } from '../../../../lib/validation/field-path';
import type { Finding } from '../../../../lib/validation/finding';
import { isNamedBy, repeatedLabelKeys, reportLabelKeys } from '../../../../lib/validation/rules/server/label-keys';

const matchLabels = { app: 'web' };
const exists = (key: string) => ({ key, operator: 'Exists' });

test.each([
  ['a key that stands once', ['app'], { matchLabels }, []],
  ['a key in labels and expressions', ['tier', 'app'], { matchLabels, matchExpressions: [exists('app')] }, [1]],
  ['a key in three places', ['app'], { matchLabels, matchExpressions: [exists('app'), exists('app')] }, [0, 0]],
  ['another key that stands twice', ['tier'], { matchLabels, matchExpressions: [exists('app')] }, []],
  ['a key that is itself given twice', ['app', 'app'], { matchExpressions: [exists('app'), exists('app')] }, [1]],
])('repeatedLabelKeys: %s', (_, keys, selector, positions) => {
  expect(repeatedLabelKeys(keys, selector)).toEqual(positions);
});

test.each([
  ['a label', { matchLabels }, true],
  ['an expression', { matchExpressions: [exists('app')] }, true],
  ['neither', { matchLabels: { tier: 'web' }, matchExpressions: [exists('tier')] }, false],
  ['what every object inherits', {}, false],
])('isNamedBy: %s', (name, selector, expected) => {
  expect(isNamedBy(selector, name.startsWith('what') ? 'constructor' : 'app')).toBe(expected);
});

test.each([
  ['no keys and no selector', [], undefined, []],
  ['keys without a selector, whatever they are', ['a b'], undefined, ['keys: FieldValueForbidden']],
  ['a key of another form', ['app', 'a b'], {}, ['keys[1]: FieldValueInvalid']],
])('reportLabelKeys: %s', (_, keys, selector, expected) => {
  const findings: Finding[] = [];
  reportLabelKeys(keys, selector, FieldPath.root.child('keys'), (finding) => findings.push(finding));
  expect(findings.map(({ field, reason }) => `${field}: ${reason}`)).toEqual(expected);
});
