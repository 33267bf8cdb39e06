import { MINORS } from '../kubernetes/version';
import type { AdviceRule } from '../validation/advice-rule';
import type { Rule } from '../validation/rule';
import { exampleChange } from './example-change';

/**
 * One rule as Markdown: summary, why, remedy, versions, examples and upstream source; of advice also its profiles, the
 * checks of other tools, and the change that it proposes for its own example.
 */
export function ruleText(rule: Rule | AdviceRule): string {
  const lines = [
    `### ${rule.id}`,
    '',
    rule.summary,
    '',
    `- **Severity**: ${rule.severity ?? 'error'}`,
    `- **Why**: ${rule.why}`,
    `- **Fix**: ${rule.fix}`,
    `- **Kubernetes**: ${versionsText(rule)}`,
    `- **Source**: ${rule.source}`,
    ...('profiles' in rule ? adviceLines(rule) : []),
    '',
    ...example('Bad', rule.example.bad),
    ...('profiles' in rule ? proposal(rule) : []),
    ...example('Good', rule.example.good),
  ];
  return `${lines.join('\n')}`;
}

function adviceLines({ profiles, seeAlso }: AdviceRule): string[] {
  const lines = [`- **Profiles**: ${[...profiles, 'all'].join(', ')}`];
  if (seeAlso.length > 0) lines.push(`- **Like**: ${seeAlso.join(', ')}`);
  return lines;
}

/** What the rule says of its own bad example, and the change that it proposes, in both languages. */
function proposal(rule: AdviceRule): string[] {
  const { message, change } = exampleChange(rule);
  const said = [`It says: ${message}`, ''];
  if (!change) return said;
  const code = (language: string, text: string) => [`\`\`\`${language}`, ...text.split('\n'), '```', ''];
  return [
    ...said,
    'Change, as YAML and in TypeScript:',
    '',
    ...code('yaml', change.yaml),
    ...code('ts', change.typescript),
  ];
}

function example(title: string, yaml: string): string[] {
  return [`${title}:`, '', '```yaml', ...yaml.trimEnd().split('\n'), '```', ''];
}

function versionsText({ since, until }: Rule): string {
  const [first, last] = [since ?? MINORS[0], until ?? MINORS[MINORS.length - 1]];
  if (since === undefined && until === undefined) return `1.${first} to 1.${last}`;
  return first === last ? `1.${first} only` : `1.${first} to 1.${last}`;
}
