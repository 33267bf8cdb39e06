import { suggest } from '../../kubernetes/suggest';
import { ruleText } from '../../report/rule-text';
import { findRule, ruleIds } from '../../validation/rules/catalogue';
import { defineCommand, ExitCode, UsageError } from '../command';

/** Explains a rule: what it asks, why, what to write, in which versions, and where it comes from. */
export const explain = defineCommand({
  name: 'explain',
  summary: 'Explain a rule: what it asks and why, with a bad and a good example.',
  operands: 'RULE',
  options: {},
  run(_options, [id, ...more], io) {
    if (id === undefined || more.length > 0) throw new UsageError('name one rule, as findings do in brackets.');
    const rule = findRule(id);
    if (!rule) {
      const meant = suggest(id, ruleIds());
      throw new UsageError(`there is no rule '${id}'${meant ? `; did you mean ${meant}?` : '.'}`);
    }
    io.out(ruleText(rule));
    return ExitCode.ok;
  },
});
