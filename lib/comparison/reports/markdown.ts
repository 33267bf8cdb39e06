import type { ObjectChange } from '../object-change';
import { type ComparisonReport, changeTitle, differenceCounts, effectTexts, fileState } from './comparison-report';
import { fieldLines } from './field-lines';

/** The differences as Markdown for a comment on a pull request; fields are folded away below each object. */
export function comparisonMarkdown(report: ComparisonReport): string {
  const counts = differenceCounts(report);
  const files = report.files.map((file) => `- ${code(file.name)} ${escapeText(fileState(file, report.purpose))}`);
  const parts = [
    `### Kubernetes manifests: ${counts}`,
    ...report.objects.map(objectText),
    ...(files.length > 0 ? [`Files:\n\n${files.join('\n')}`] : []),
  ];
  return `${parts.join('\n\n')}\n`;
}

function objectText(change: ObjectChange): string {
  const effects = effectTexts(change).map((text) => `- ${escapeText(text)}`);
  const parts = [`#### ${code(changeTitle(change))}`, effects.join('\n')];
  const lines = change.fields.flatMap(fieldLines).map(({ mark, text }) => `${mark === '~' ? '!' : mark} ${text}`);
  if (lines.length > 0) {
    const fence = '`'.repeat(Math.max(3, 1 + longestRun(lines.join('\n'))));
    const count = `${change.fields.length} ${change.fields.length === 1 ? 'field' : 'fields'}`;
    parts.push(`<details><summary>${count}</summary>\n\n${fence}diff\n${lines.join('\n')}\n${fence}\n\n</details>`);
  }
  return parts.join('\n\n');
}

/** Inline code that the text cannot end. */
function code(text: string): string {
  const fence = '`'.repeat(1 + longestRun(text));
  return fence.length > 1 ? `${fence} ${text} ${fence}` : `\`${text}\``;
}

/** The length of the longest run of backticks. */
function longestRun(text: string): number {
  return Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
}

function escapeText(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#@|]/g, '\\$&');
}
