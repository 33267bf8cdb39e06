import { writeManifests } from '../../manifest/write-manifests';
import { writeText } from '../../manifest/write-scalar';
import { isSame } from '../json';
import type { FieldChange } from '../object-change';
import { HIDDEN } from '../redact';
import { printable } from './comparison-report';

/** A line of a report on a field: what it says of the field before, after, or both. */
export interface FieldLine {
  readonly mark: '-' | '+' | '~';
  readonly text: string;
}

/** Values of up to so many characters stand on the line of their field. */
const SHORT = 100;
/** So many lines of a long value are shown. */
const MOST_LINES = 20;

/** A changed field as lines: one with both values where they are short, else those that go and those that come. */
export function fieldLines(change: FieldChange): FieldLine[] {
  const { before, after, defaulted } = change;
  const field = printable(change.field);
  if (change.change === 'reordered') return [{ mark: '~', text: `${field}: order ${list(before)} -> ${list(after)}` }];
  const isHidden = isSame(before, after) && JSON.stringify(before)?.includes(HIDDEN);
  if (isHidden) return [{ mark: '~', text: `${field}: changed, and the value is not shown` }];
  const [old, young] = [
    inline(before, defaulted === 'before' || defaulted === 'both'),
    inline(after, defaulted === 'after' || defaulted === 'both'),
  ];
  if (before === undefined) return single('+', field, after, young);
  if (after === undefined) return single('-', field, before, old);
  if (old !== undefined && young !== undefined) return [{ mark: '~', text: `${field}: ${old} -> ${young}` }];
  return [{ mark: '~', text: `${field}:` }, ...changedLines(linesOf(before), linesOf(after))];
}

function single(mark: '+' | '-', field: string, value: unknown, text: string | undefined): FieldLine[] {
  if (text !== undefined) return [{ mark, text: `${field}: ${text}` }];
  const lines = linesOf(value).map((line) => ({ mark, text: `  ${line}` }));
  return [{ mark, text: `${field}:` }, ...cut(lines)];
}

function list(keys: unknown): string {
  return printable((keys as readonly string[]).join(', '));
}

/** A value as YAML writes it on one line; undefined when it is too long for one. */
function inline(value: unknown, isDefault: boolean): string | undefined {
  if (typeof value === 'string' && value.includes('\n')) return undefined;
  const text = typeof value === 'string' ? writeText(value, '') : JSON.stringify(value);
  if (text === undefined || text.length > SHORT) return undefined;
  return isDefault ? `${text} (default)` : text;
}

function linesOf(value: unknown): string[] {
  const text = typeof value === 'object' && value !== null ? writeManifests([value]) : String(value);
  return text.replace(/\n$/, '').split('\n').map(printable);
}

/** The lines between those with which both texts begin and end. */
function changedLines(before: readonly string[], after: readonly string[]): FieldLine[] {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  const part = (lines: readonly string[]) => lines.slice(head, lines.length - tail);
  return [
    ...cut(part(before).map((line) => ({ mark: '-' as const, text: `  ${line}` }))),
    ...cut(part(after).map((line) => ({ mark: '+' as const, text: `  ${line}` }))),
  ];
}

function cut(lines: readonly FieldLine[]): FieldLine[] {
  const [first] = lines;
  if (!first || lines.length <= MOST_LINES) return [...lines];
  return [...lines.slice(0, MOST_LINES), { mark: first.mark, text: `  ... ${lines.length - MOST_LINES} more lines` }];
}
