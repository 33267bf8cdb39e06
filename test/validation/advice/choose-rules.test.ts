import { chooseRules } from '../../../lib/validation/advice/choose-rules';
import { adviceCatalogue } from '../../../lib/validation/rules/advice-catalogue';
import { type catalogue, findRule } from '../../../lib/validation/rules/catalogue';

const atWork = (settings: Parameters<typeof chooseRules>[0], minor = 36) => {
  const { isAtWork } = chooseRules(settings);
  return adviceCatalogue.filter((rule) => isAtWork(rule, minor)).map(({ id }) => id);
};
const current = adviceCatalogue.filter(({ until = 36 }) => until >= 36);
const inProfile = (...names: string[]) =>
  current.filter(({ profiles }) => profiles.some((name) => names.includes(name))).map(({ id }) => id);
const rule = (id: string) => findRule(id) as (typeof catalogue)[number];

test.each([
  ['nothing by itself', {}, []],
  ['nothing for none', { profile: 'none' }, []],
  ['everything for all', { profile: 'all' }, current.map(({ id }) => id)],
  ['a profile', { profile: 'recommended' }, inProfile('recommended')],
  ['two profiles', { profile: ['recommended', 'restricted'] }, inProfile('recommended', 'restricted')],
  ['a rule that is switched on', { profile: 'none', rules: { 'require-drain-time': 'info' } }, ['require-drain-time']],
  [
    'a rule that is switched off',
    { profile: 'recommended', rules: { 'require-startup-probe': 'off' } },
    inProfile('recommended').filter((id) => id !== 'require-startup-probe'),
  ],
] as const)('chooses %s', (_name, settings, ids) => {
  expect(atWork(settings)).toEqual(ids);
});

test('a rule that an older minor does not know is not at work there', () => {
  expect(atWork({ profile: 'all' }, 28)).not.toContain('require-sidecar-startup-probe');
  expect(atWork({ profile: 'all' }, 29)).toContain('require-sidecar-startup-probe');
});

test('grades replace what a rule says of itself', () => {
  const { gradeOf } = chooseRules({ rules: { 'require-startup-probe': 'error', 'valid-reference-name': 'off' } });
  expect(gradeOf(rule('require-startup-probe'))).toBe('error');
  expect(gradeOf(rule('valid-reference-name'))).toBe('off');
  expect(gradeOf(rule('no-identical-probes'))).toBe('warning');
});

test('without advice none of it is in the plan', () => {
  const { all, server, advice } = chooseRules({ profile: 'none' }).plansFor(36);
  expect([all, advice]).toEqual([server, undefined]);
  expect(chooseRules({ rules: { 'require-startup-probe': 'off' } }).plansFor(36).advice).toBeUndefined();
});

test.each([
  ['a profile', { profile: 'recomended' }, 'ERR_PROFILE', "no profile 'recomended'; did you mean recommended?"],
  ['a far profile', { profile: 'xyz' }, 'ERR_PROFILE', 'give one of recommended, baseline'],
  ['a rule', { rules: { 'require-startup-prob': 'off' } }, 'ERR_RULE', 'did you mean require-startup-probe?'],
  ['a grade', { rules: { 'require-startup-probe': 'warn' } }, 'ERR_GRADE', "cannot be 'warn'"],
  ['an error of the server', { rules: { 'valid-container-name': 'off' } }, 'ERR_GRADE', 'stays an error'],
])('refuses a wrong name of %s', (_name, settings, code, message) => {
  expect(() => chooseRules(settings as never)).toThrow(
    expect.objectContaining({ code, message: expect.stringContaining(message) }),
  );
});
