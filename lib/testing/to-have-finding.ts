import { suggest } from '../kubernetes/suggest';
import { checkObjects } from '../synthesis/check-objects';
import type { Diagnostic } from '../validation/diagnostic';
import { findRule, ruleIds } from '../validation/rules/catalogue';
import type { ValidateOptions } from '../validation/validate-options';
import { findingsText } from './findings-text';
import { manifestsIn } from './manifests';
import { type MatcherResult, matcherResult } from './matcher';
import { TestingError } from './testing-error';

/**
 * Whether validation finds a rule broken, at a field where one is given; whatever the severity of the finding.
 *
 * @param received An App, a Chart, a construct, a plain object or a list of these.
 * @param rule The id of the rule, as findings name it in brackets.
 * @param field The field as the API server names it, `spec.containers[0].image`; or what it is to match.
 * @throws TestingError `ERR_RULE` when there is no such rule.
 * @throws KubeVersionError when the version is not known.
 */
export function toHaveFinding(
  received: unknown,
  rule: string,
  field?: string | RegExp,
  options: ValidateOptions = {},
): MatcherResult {
  requireRule(rule);
  const { objects, title } = manifestsIn(received);
  const { severity = 'error' } = findRule(rule) ?? {};
  // Advice that no profile gives is looked for all the same when it is named.
  const rules = severity === 'error' ? options.rules : { [rule]: severity, ...options.rules };
  const found = checkObjects(objects, { profile: 'recommended', ...options, ...(rules && { rules }) });
  const meant = found.filter((diagnostic) => diagnostic.rule === rule && isAt(diagnostic, field));
  const pass = meant.length > 0;
  const expectation = `to have a finding of ${rule}${field === undefined ? '' : ` at ${field}`}`;
  return matcherResult(pass, title, expectation, () => {
    const shown = pass ? meant : found;
    return shown.length === 0 ? 'Nothing was found.' : `What was found:\n\n${findingsText(new Map([['', shown]]))}`;
  });
}

function isAt(diagnostic: Diagnostic, field: string | RegExp | undefined): boolean {
  if (field === undefined) return true;
  return typeof field === 'string' ? diagnostic.field === field : diagnostic.field.search(field) >= 0;
}

/** A misspelt rule would never be found, and `.not` would hold for ever. */
function requireRule(rule: string): void {
  const known = ruleIds();
  if (known.includes(rule)) return;
  const meant = suggest(rule, known);
  throw new TestingError('ERR_RULE', `there is no rule '${rule}'${meant ? `; did you mean ${meant}?` : '.'}`);
}
