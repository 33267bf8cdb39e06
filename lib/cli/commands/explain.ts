import { existsSync } from 'node:fs';
import { suggest } from '../../kubernetes/suggest';
import { ruleText } from '../../report/rule-text';
import { reportText } from '../../report/text';
import { findRule, ruleIds } from '../../validation/rules/catalogue';
import { defineCommand, ExitCode, UsageError } from '../command';
import { kubeVersionsOf } from '../common-options';
import { type ExplainedInput, explainInput } from '../explain-input';
import { findObject } from '../files/find-object';
import { inputObjects } from '../files/input-objects';
import type { Io } from '../io';
import { synthesisOptions } from '../synthesis-options';

const RULE_ID = /^[a-z0-9]+(-[a-z0-9]+)+$|^[a-z]+$/;

/** Explains an object, as the server will hold it, or a rule. */
export const explain = defineCommand({
  name: 'explain',
  summary: 'Explain an object, value by value and in numbers, or a rule.',
  operands: 'FILE...|[FILE...] KIND/NAME|RULE',
  options: {
    minimal: { type: 'boolean', summary: 'print the object without what the server would fill in anyway' },
    format: { type: 'string', value: 'FORMAT', summary: 'text or json (default text)' },
    app: synthesisOptions.app,
    env: synthesisOptions.env,
    'kube-version': {
      ...synthesisOptions['kube-version'],
      summary: 'the Kubernetes version that holds the object (default 1.36)',
    },
  },
  async run(options, operands, io) {
    const [first, ...more] = operands;
    if (first === undefined) throw new UsageError('name a file, an object as KIND/NAME, or a rule.');
    if (more.length === 0 && isRuleLike(first)) return explainRule(first, io);
    const { format = 'text' } = options;
    if (format !== 'text' && format !== 'json')
      throw new UsageError(`--format ${format} is not known; give text or json.`);
    const { objects, reference } = await inputObjects(operands, options, io);
    const kubeVersion = kubeVersionsOf(options['kube-version']).at(-1) ?? '1.36';
    const all = objects.map(({ json }) => json);
    const meant = reference === undefined ? undefined : findObject(all, reference);
    const asked = objects.filter(({ json }) => meant === undefined || json === meant);
    const input: ExplainedInput = { asked, all, kubeVersion };
    const explained = explainInput(input, { minimal: options.minimal === true, format, colour: io.colour });
    if ('errors' in explained) {
      io.err(reportText(explained.errors));
      return ExitCode.findings;
    }
    io.out(explained.text);
    return ExitCode.ok;
  },
});

/** Objects are named with their kinds here, so that a word alone is a rule, unless it is a file. */
function isRuleLike(operand: string): boolean {
  return RULE_ID.test(operand) && !existsSync(operand);
}

/** Explains a rule: what it asks, why, what to write, in which versions, and where it comes from. */
function explainRule(id: string, io: Io): ExitCode {
  const rule = findRule(id);
  if (!rule) {
    const meant = suggest(id, ruleIds());
    throw new UsageError(
      `there is no rule '${id}'${meant ? `; did you mean ${meant}?` : '.'} Objects are named as KIND/NAME.`,
    );
  }
  io.out(ruleText(rule));
  return ExitCode.ok;
}
