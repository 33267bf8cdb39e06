import type { Complaint } from '../syntax-problem';
import { indentOf, type LineKind, scanLines } from './scan-lines';

/** How many columns a tab may have been meant to have, the likeliest first. */
export const TAB_WIDTHS = [4, 8, 2] as const;

/** Lines that follow each other and are indented with tabs, both counted from 0. */
export interface TabbedLines {
  readonly first: number;
  readonly last: number;
  /** Where the first tab stands in the first line. */
  readonly column: number;
}

/**
 * The runs of lines with a tab where YAML wants spaces. Empty lines count: `kubectl` refuses them as well, but behind
 * text without quotes, to which they could belong. Inside of quotes and brackets tabs are fine, and so they are in a
 * block scalar behind its indentation.
 */
export function findTabbedLines(lines: readonly string[]): TabbedLines[] {
  const kinds = scanLines(lines, 8);
  const runs: { first: number; last: number; column: number }[] = [];
  let scalarIndent: number | undefined;
  let plainIndent = Number.POSITIVE_INFINITY;
  for (const [at, line] of lines.entries()) {
    if (line.trim() !== '') plainIndent = kinds[at] === 'block' ? plainIndentOf(line) : Number.POSITIVE_INFINITY;
    if (kinds[at] !== 'scalar') scalarIndent = undefined;
    else if (kinds[at - 1] !== 'scalar' && EXPLICIT_INDENT.test(lines[at - 1] ?? '')) scalarIndent = 0;
    const column = tabColumn(line, kinds[at], scalarIndent);
    if (column === undefined || (line.trim() === '' && kinds[at] === 'block' && column > plainIndent)) {
      if (kinds[at] === 'scalar' && line.trim() !== '') scalarIndent ??= /^ */.exec(line)?.[0].length ?? 0;
      continue;
    }
    const run = runs.at(-1);
    if (run?.last === at - 1) run.last = at;
    else runs.push({ first: at, last: at, column });
  }
  return runs;
}

/** The name of a field with the space behind its colon. */
const FIELD = /^[^\s"'#[{&*!|>%@`-][^:#"']*: +/;
/** Text without quotes, up to the end of its line. */
const PLAIN = /^(?:[\w./$(^~=;<+]|-(?=\S))(?:(?!:(?:\s|$))[^#])*$/;

/**
 * The column that a tab behind a line has to exceed, where the line ends in text without quotes: that of its field, or
 * of the dash of its item. Follows goyaml.v2/scannerc.go yaml_parser_scan_plain_scalar.
 */
function plainIndentOf(line: string): number {
  const lead = /^ *(?:- +)*/.exec(line)?.[0] ?? '';
  const rest = line.slice(lead.length).trimEnd();
  const field = FIELD.exec(rest)?.[0] ?? '';
  const column = field === '' ? lead.lastIndexOf('-') : lead.length;
  return column >= 0 && PLAIN.test(rest.slice(field.length)) ? column : Number.POSITIVE_INFINITY;
}

/** A block scalar that says itself how far it is indented, as in `|2-`. */
const EXPLICIT_INDENT = /[|>][-+]?[1-9][-+]?\s*(?:#.*)?$/;

/** The lines with spaces for the tabs in front of them. */
export function expandTabs(lines: readonly string[], width: number): string[] {
  const kinds = scanLines(lines, width);
  let scalarIndent: number | undefined;
  return lines.map((line, at) => {
    if (kinds[at] !== 'scalar') scalarIndent = undefined;
    else if (line.trim() !== '') scalarIndent ??= indentOf(line, width);
    if (!line.includes('\t') || kinds[at] === 'quoted') return line;
    if (line.trim() === '') return '';
    const limit = kinds[at] === 'scalar' ? (scalarIndent ?? 0) : Number.POSITIVE_INFINITY;
    return expand(line, width, limit);
  });
}

export function tabComplaint({ first, last }: TabbedLines, width: number): Complaint {
  return {
    rule: 'no-tab-indentation',
    message: `${first === last ? 'The line is' : `${last - first + 1} lines are`} indented with tabs, which YAML does not allow`,
    fix: `Indent with spaces (here a tab stands for ${width} of them)`,
  };
}

function tabColumn(line: string, kind: LineKind | undefined, scalarIndent: number | undefined): number | undefined {
  if (kind === 'quoted' || kind === 'flow') return undefined;
  const leading = /^(?:[ \t]*-(?=[ \t]))*[ \t]*/.exec(line)?.[0] ?? '';
  const column = (kind === 'scalar' ? (/^\s*/.exec(line)?.[0] ?? '') : leading).indexOf('\t');
  if (column < 0) return undefined;
  return kind === 'scalar' && scalarIndent !== undefined && column >= scalarIndent ? undefined : column;
}

function expand(line: string, width: number, limit: number): string {
  let spaces = '';
  let column = 0;
  let isAfterDash = false;
  let at = 0;
  for (; at < line.length && column < limit; at++) {
    const character = line[at];
    if (character === '\t' && !isAfterDash) {
      const missing = width - (column % width);
      spaces += ' '.repeat(missing);
      column += missing;
      continue;
    }
    const isDash = character === '-' && limit === Number.POSITIVE_INFINITY && /\s/.test(line[at + 1] ?? '');
    if (character !== ' ' && character !== '\t' && !isDash) break;
    spaces += isDash ? '-' : ' ';
    column++;
    isAfterDash ||= isDash;
  }
  return spaces + line.slice(at);
}
