import { excerpt } from '../manifest/excerpt';
import type { Diagnostic } from '../validation/diagnostic';
import { isSecretPlace } from '../validation/secrecy';
import { versionMatrix } from './matrix';
import { mergeVersions, objectName, place, type Report } from './report';

const COLOURS = { error: 31, warning: 33, info: 36 } as const;
const BOLD = 1;
const DIM = 2;

type Paint = (code: number, text: string) => string;

/** The findings for people: grouped by object, each with its places, its line and the remedy; then the counts. */
export function reportTextOf(report: Report): string {
  const all = mergeVersions(report.diagnostics);
  const merged = all.filter(({ diagnostic }) => !isSurplus(diagnostic));
  const surplus = all.flatMap(({ diagnostic }) => (isSurplus(diagnostic) ? [diagnostic] : []));
  const paint: Paint = report.colour ? (code, text) => `\u001b[${code}m${text}\u001b[0m` : (_code, text) => text;
  const groups = new Map<string, string[]>();
  let before: Diagnostic | undefined;
  for (const { diagnostic } of merged) {
    const title =
      paint(BOLD, objectName(diagnostic)) + (diagnostic.construct ? paint(DIM, `  ${diagnostic.construct}`) : '');
    const key = `${diagnostic.object.index} ${diagnostic.yaml?.file ?? ''} ${title}`;
    const lines = groups.get(key) ?? [title];
    groups.set(key, lines);
    const isShown = isSameLine(diagnostic, before);
    lines.push(...finding(diagnostic, isShown ? { ...report, texts: () => undefined } : report, paint));
    before = diagnostic;
  }
  const skipped = (report.skipped ?? []).map(({ file, line, reason }) =>
    paint(DIM, `${file}:${line} skipped: ${reason}`),
  );
  const matrix = report.diagnostics.size > 1 ? versionMatrix(merged, [...report.diagnostics.keys()]) : [];
  const parts = [
    ...[...groups.values()].map((lines) => lines.join('\n')),
    skipped.join('\n'),
    matrix.join('\n'),
    surplusLines(surplus, paint).join('\n'),
    counts(all.map(({ diagnostic }) => diagnostic)),
  ];
  const text = parts.filter((part) => part !== '').join('\n\n');
  return text === '' ? '' : `${text}\n`;
}

/** The findings of one version without colour, for error messages. */
export function reportText(diagnostics: readonly Diagnostic[]): string {
  return reportTextOf({ diagnostics: new Map([['', diagnostics]]), texts: () => undefined, colour: false });
}

function finding(diagnostic: Diagnostic, { texts }: Report, paint: Paint): string[] {
  const { severity, field, message, fix, source, yaml, rule, other } = diagnostic;
  const places = [place(source), place(yaml)].filter((text) => text !== undefined);
  const head = [paint(COLOURS[severity], severity), field, message].filter((text) => text !== '').join('  ');
  const lines = [`  ${head}`];
  if (places.length > 0) lines.push(`    ${paint(DIM, `at ${places.join(', ')}`)}`);
  lines.push(...sourceLines(diagnostic, texts).map((line) => `    ${paint(DIM, line)}`));
  if (other)
    lines.push(`    the other: ${[other.construct, place(other.source)].filter(Boolean).join(' at ') || other.name}`);
  if (fix) lines.push(`    fix: ${fix}  ${paint(DIM, `[${rule}]`)}`);
  lines.push(...changeLines(diagnostic));
  return lines;
}

/** What to write, in the language in which the object is written. */
function changeLines({ change, construct }: Diagnostic): string[] {
  if (!change) return [];
  const text = construct === undefined ? change.yaml : change.typescript;
  return text.split('\n').map((line) => `      ${line}`);
}

/** Whether a piece of advice is about the line that the one before it has shown. */
function isSameLine({ yaml, reason, object }: Diagnostic, before: Diagnostic | undefined): boolean {
  if (reason !== 'Advice' || !yaml || before?.reason !== 'Advice') return false;
  const { file, line } = before.yaml ?? {};
  return before.object.index === object.index && file === yaml.file && line === yaml.line;
}

/** The line of YAML with a caret; none where the line may hold a secret. */
function sourceLines({ yaml, object, path }: Diagnostic, texts: Report['texts']): string[] {
  const text = yaml && texts(yaml.file);
  if (!yaml || text === undefined || isSecretPlace(object.kind, path)) return [];
  return excerpt(text, yaml.line, yaml.column).split('\n');
}

/** Whether a finding only counts those of its rule that are not listed. */
function isSurplus({ reason, count }: Diagnostic): boolean {
  return reason === 'Advice' && count !== undefined;
}

function surplusLines(surplus: readonly Diagnostic[], paint: Paint): string[] {
  const byRule = new Map<string, Diagnostic>();
  for (const diagnostic of surplus) {
    const count = (byRule.get(diagnostic.rule)?.count ?? 0) + (diagnostic.count ?? 0);
    byRule.set(diagnostic.rule, { ...diagnostic, count });
  }
  return [...byRule.values()].map(({ rule, severity, count }) => {
    return `${paint(COLOURS[severity], severity)}  and ${count} more  ${paint(DIM, `[${rule}]`)}`;
  });
}

function counts(diagnostics: readonly Diagnostic[]): string {
  const words = (['error', 'warning', 'info'] as const).flatMap((severity) => {
    const counted = diagnostics.filter((diagnostic) => diagnostic.severity === severity);
    // A finding that was summed up by its kind is one; what only counts others is as many.
    const count = counted.reduce((sum, one) => sum + (isSurplus(one) ? (one.count ?? 0) : 1), 0);
    return count === 0 ? [] : [`${count} ${severity === 'info' || count === 1 ? severity : `${severity}s`}`];
  });
  return words.join(', ');
}
