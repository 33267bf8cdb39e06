import { reportText, reportTextOf } from '../../lib/report/text';
import { error, info, reportOf } from './example';

test('groups by object, names both places, shows the line and the fix, and counts', () => {
  expect(
    reportTextOf(reportOf({ '1.36': [{ ...error, message: 'Invalid value: "A"' }, info] })),
  ).toBe(`Deployment/shop/web  shop/web
  error  spec.template.spec.containers[0].name  Invalid value: "A"
    at src/my app.ts:4:3, dist/shop.k8s.yaml:2:7
    2 | name: "<A&B>"
              ^
    fix: Write a name.  [valid-container-name]

Widget/(no name)
  info  not checked

1 error, 1 info
`);
});

test('says nothing when there is nothing', () => expect(reportTextOf(reportOf({ '1.36': [] }))).toBe(''));

test('several versions end with a matrix; a finding that all have stands once', () => {
  const text = reportTextOf(reportOf({ '1.35': [error], '1.36': [error, info] }));
  expect(text.match(/FieldValue|Invalid value/g)).toHaveLength(1);
  expect(text).toContain(
    [
      '                                                                                1.35 1.36',
      'Deployment/shop/web spec.template.spec.containers[0].name valid-container-name  x    x',
      'Widget/(no name)  unchecked-custom-resource                                     .    x',
    ].join('\n'),
  );
});

test('colours only when asked', () => {
  expect(reportTextOf(reportOf({ '1.36': [error] }, { colour: true }))).toContain('\u001b[31merror\u001b[0m');
  expect(reportText([error])).not.toContain('\u001b');
});

test('shows no line that may hold a secret', () => {
  const secret = { ...error, object: { ...error.object, kind: 'Secret' }, path: ['data', 'password'] };
  expect(reportTextOf(reportOf({ '1.36': [secret] }))).not.toContain('<A&B>"\n');
});

test('lists what was skipped, with the reason', () => {
  const skipped = [{ file: 'values.yaml', line: 1, reason: 'Helm values are no manifest.' }];
  expect(reportTextOf(reportOf({ '1.36': [] }, { skipped }))).toBe(
    'values.yaml:1 skipped: Helm values are no manifest.\n',
  );
});
