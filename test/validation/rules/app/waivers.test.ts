import { chooseRules } from '../../../../lib/validation/advice/choose-rules';
import { Waivers } from '../../../../lib/validation/advice/waivers';
import type { Rule } from '../../../../lib/validation/rule';
import { waiverRules } from '../../../../lib/validation/rules/app/waivers';
import { findRule } from '../../../../lib/validation/rules/catalogue';

const rule = (id: string) => findRule(id) as Rule;
const used = { rule: 'no-hasty-liveness-probe', reason: 'a demo' };

/** What is wrong with a waiver, as `rule: message fix`. */
function problems(waiver: { rule: string; reason: string }, use = true): string[] {
  const waivers = new Waivers<typeof waiver>((_waiver, index) => index === 0);
  waivers.add(waiver);
  if (use) waivers.isWaived(rule(used.rule), 0, []);
  return [...waivers.problems(chooseRules({ profile: 'all' }), ['1.36'])].map(
    ([, { rule: id, message, fix }]) => `${id}: ${message}; ${fix}`,
  );
}

test.each(waiverRules.map((one) => [one.id, one] as const))('%s is in the catalogue', (id, one) => {
  expect(findRule(id)).toBe(one);
});

test('a waiver waives what its rule finds in what it covers', () => {
  const waivers = new Waivers<typeof used>((_waiver, index) => index === 0);
  waivers.add(used);
  expect(waivers.isWaived(rule(used.rule), 0, [])).toBe(true);
  expect(waivers.isWaived(rule(used.rule), 1, [])).toBe(false);
  expect(waivers.isWaived(rule('no-identical-probes'), 0, [])).toBe(false);
  expect(problems(used)).toEqual([]);
});

test.each([
  [
    'of no use',
    used,
    false,
    'no-unused-waiver: nothing here comes under no-hasty-liveness-probe (a demo); Remove the waiver.',
  ],
  [
    'without a reason',
    { ...used, reason: '' },
    true,
    'valid-waiver: gives no reason for waiving no-hasty-liveness-probe; ',
  ],
  [
    'of a rule that does not exist',
    { ...used, rule: 'no-hasty-probe' },
    true,
    'valid-waiver: there is no rule no-hasty-probe to waive; ',
  ],
  ['of a misspelt rule', { ...used, rule: 'no-identical-probe' }, true, 'Did you mean no-identical-probes?'],
  [
    'of nothing',
    { ...used, rule: '' },
    true,
    'valid-waiver: names no rule; Write `# podwright-waive RULE: the reason`.',
  ],
  ['of what the server refuses', { ...used, rule: 'valid-container-name' }, true, 'which cannot be waived'],
])('a waiver %s is a finding', (_name, waiver, use, expected) => {
  expect(problems(waiver, use)).toEqual([expect.stringContaining(expected)]);
});
