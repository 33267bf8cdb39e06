import { MINORS } from '../kubernetes/version';
import type { Rule } from '../validation/rule';

/** One rule as Markdown: summary, why, remedy, versions, examples and upstream source. */
export function ruleText(rule: Rule): string {
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
    '',
    ...example('Bad', rule.example.bad),
    ...example('Good', rule.example.good),
  ];
  return `${lines.join('\n')}`;
}

function example(title: string, yaml: string): string[] {
  return [`${title}:`, '', '```yaml', ...yaml.trimEnd().split('\n'), '```', ''];
}

function versionsText({ since, until }: Rule): string {
  const [first, last] = [since ?? MINORS[0], until ?? MINORS[MINORS.length - 1]];
  if (since === undefined && until === undefined) return `1.${first} to 1.${last}`;
  return first === last ? `1.${first} only` : `1.${first} to 1.${last}`;
}
