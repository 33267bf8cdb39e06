import type { YAMLParseError } from 'yaml';
import { type ParsedYaml, parseYaml } from '../parse-yaml';
import { type Locate, moveSpan } from '../position';
import { type Complaint, type Fault, moveFault } from '../syntax-problem';
import { dedentedContinuation, wrongBrackets } from './brackets';
import type { Diagnose, Repair } from './broken-text';
import { missingColons } from './colons';
import { directives } from './directives';
import { explainError, OPEN_QUOTE } from './explain-error';
import { wrongIndentation } from './indentation';
import { misreadFields } from './misread-fields';
import { openQuotes, tightComment, unquotedValue, wrongEscape } from './quotes';
import { indentOf, scanLines } from './scan-lines';
import { expandTabs, findTabbedLines, TAB_WIDTHS, tabComplaint } from './tabs';
import { originalOffset, placeOf, type TextLines, textLines } from './text-lines';

/** In longer documents only the first error is explained. */
const REPAIR_LIMIT = 64 * 1024;

/** How many characters may be parsed in search of repairs: each is tried by parsing the whole text again. */
const REPAIR_WORK = 2 * 1024 * 1024;

/** A text with more errors than this is no YAML at all. */
const ERROR_LIMIT = 500;

/** How many mistakes of one document are looked for. */
const MISTAKE_LIMIT = 50;

const DIAGNOSES: readonly Diagnose[] = [
  directives,
  dedentedContinuation,
  wrongEscape,
  tightComment,
  openQuotes,
  missingColons,
  unquotedValue,
  wrongBrackets,
  wrongIndentation,
];

/** A text on its way to being readable: its present lines, what the parser says of them, and what was found so far. */
interface Draft {
  readonly text: TextLines;
  readonly parsed: ParsedYaml;
  readonly faults: readonly Fault[];
}

interface FirstError {
  readonly line: number;
  readonly column: number;
  readonly code: YAMLParseError['code'];
  readonly isOpenQuote: boolean;
}

/** The text as the user wrote it, and how many more times it may be parsed. */
interface Patient extends TextLines {
  tries: number;
}

/**
 * Reads a YAML document in spite of its mistakes: each is explained, mended in the likeliest way that the parser takes,
 * and then the next one is looked for. Lines keep their numbers, and all offsets count in the original text.
 *
 * The faults are empty when there was nothing to say: for a correct document, and for one that only the parser used
 * here refuses and `kubectl` takes.
 */
export function repairYaml(text: string, parsed: ParsedYaml): { parsed: ParsedYaml; faults: readonly Fault[] } {
  const original: Patient = { ...textLines(text.split('\n')), tries: Math.ceil(REPAIR_WORK / (text.length + 1)) };
  let draft: Draft = { text: original, parsed, faults: [] };
  if (text.length > REPAIR_LIMIT) {
    draft = parsed.errors.length > 0 ? giveUp(draft, original) : draft;
  } else {
    draft = mendTabs(draft);
    while (draft.parsed.errors.length > 0 && draft.faults.length < MISTAKE_LIMIT) {
      const next = isHopeless(draft, original)
        ? undefined
        : (mendFirstError(draft, original) ?? dropFirstError(draft, original));
      if (next === undefined) {
        draft = giveUp(draft, original);
        break;
      }
      draft = next;
    }
    draft = mendMisreadFields(draft, original);
  }
  const final = draft;
  const toOriginal = (offset: number): number => {
    const { line, column } = placeOf(final.text, offset);
    return originalOffset(original, final.text, line, column);
  };
  const locate: Locate = (path, part) => {
    const span = final.parsed.locate(path, part);
    return span && moveSpan(span, toOriginal);
  };
  const converted = final.parsed.faults.map((fault) => moveFault(fault, toOriginal));
  return { parsed: { ...final.parsed, locate }, faults: [...final.faults, ...converted] };
}

function isHopeless({ parsed }: Draft, original: Patient): boolean {
  return (
    original.tries <= 0 ||
    parsed.errors.length > ERROR_LIMIT ||
    parsed.errors.some(({ code }) => code === 'RESOURCE_EXHAUSTION')
  );
}

function mendTabs(draft: Draft): Draft {
  const { lines } = draft.text;
  const runs = lines.some((line) => line.includes('\t')) ? findTabbedLines(lines) : [];
  if (runs.length === 0) return draft;
  const attempts = TAB_WIDTHS.map((width) => {
    const text = textLines(expandTabs(lines, width));
    return { width, text, parsed: parseYaml(text.lines.join('\n')) };
  });
  const best = attempts.reduce((a, b) => (b.parsed.errors.length < a.parsed.errors.length ? b : a));
  const faults = runs.map((run) => ({
    ...tabComplaint(run, best.width),
    start: (draft.text.starts[run.first] ?? 0) + run.column,
    end: (draft.text.starts[run.last] ?? 0) + (/^\s*/.exec(lines[run.last] ?? '')?.[0].length ?? 1),
  }));
  return { text: best.text, parsed: best.parsed, faults };
}

function mendFirstError(draft: Draft, original: Patient): Draft | undefined {
  const error = firstError(draft);
  const broken = { lines: draft.text.lines, kinds: scanLines(draft.text.lines, 1), ...error };
  for (const diagnose of DIAGNOSES) {
    const helpful = diagnose(broken)
      .slice(0, Math.max(0, original.tries))
      .map((repair) => apply([repair], draft, original))
      .filter((next) => isBetter(next, draft));
    const best = helpful.reduce<Draft | undefined>(
      (a, b) => (a === undefined || b.parsed.errors.length < a.parsed.errors.length ? b : a),
      undefined,
    );
    if (best) return best;
  }
  return undefined;
}

/** Whether the first error went away, and for a change that nobody is told of also the number of errors. */
function isBetter(next: Draft, draft: Draft): boolean {
  if (next.parsed.errors.length === 0) return true;
  const isSilent = next.faults.length === draft.faults.length;
  if (isSilent && next.parsed.errors.length >= draft.parsed.errors.length) return false;
  return firstError(next).line > firstError(draft).line;
}

/**
 * Explains the error and leaves out its line with the lines below it that are indented further, and when that does not
 * help what stands in front of it as well.
 */
function dropFirstError(draft: Draft, original: Patient): Draft | undefined {
  const { line } = firstError(draft);
  const { faults } = giveUp(draft, original);
  const above = draft.text.lines.findLastIndex((text, at) => at < line && text.trim() !== '');
  for (const first of above < 0 ? [line] : [line, above]) {
    const lines = [...draft.text.lines];
    for (const at of [first, line]) dropBlock(lines, at);
    original.tries--;
    const next = { text: textLines(lines), parsed: parseYaml(lines.join('\n')), faults };
    if (next.parsed.errors.length === 0 || firstError(next).line > line) return next;
  }
  return undefined;
}

function dropBlock(lines: string[], first: number): void {
  const indent = indentOf(lines[first] ?? '', 1);
  lines[first] = '';
  for (let at = first + 1; at < lines.length && isBelow(lines[at] ?? '', indent); at++) lines[at] = '';
}

function isBelow(text: string, indent: number): boolean {
  return text.trim() === '' || indentOf(text, 1) > indent;
}

function giveUp(draft: Draft, original: TextLines): Draft {
  const { line, column, code, isOpenQuote } = firstError(draft);
  const text = draft.text.lines[line] ?? '';
  const complaint = isOpenQuote ? OPEN_QUOTE : explainError(code, text);
  const end = Math.max(column + 1, text.trimEnd().length);
  return { ...draft, faults: [...draft.faults, faultAt(complaint, draft.text, original, line, column, end)] };
}

function mendMisreadFields(draft: Draft, original: Patient): Draft {
  const repairs = misreadFields(draft.parsed.value, draft.text.lines, (path, part, edge) => {
    const span = draft.parsed.locate(path, part);
    return span && placeOf(draft.text, edge === 'start' ? span.start : Math.max(span.start, span.end - 1));
  });
  if (repairs.length === 0) return draft;
  const next = apply(repairs, draft, original);
  return next.parsed.errors.length === 0 ? next : draft;
}

function apply(repairs: readonly Repair[], draft: Draft, original: Patient): Draft {
  original.tries--;
  const edits = new Map(repairs.flatMap((repair) => [...repair.edits]));
  const text = textLines(draft.text.lines.map((line, at) => edits.get(at) ?? line));
  const faults = repairs.flatMap(({ complaint, line, start, end }) =>
    complaint ? [faultAt(complaint, draft.text, original, line, start, end)] : [],
  );
  return { text, parsed: parseYaml(text.lines.join('\n')), faults: [...draft.faults, ...faults] };
}

function faultAt(
  complaint: Complaint,
  text: TextLines,
  original: TextLines,
  line: number,
  start: number,
  end: number,
): Fault {
  return {
    ...complaint,
    start: originalOffset(original, text, line, start),
    end: originalOffset(original, text, line, end),
  };
}

function firstError({ parsed, text }: Draft): FirstError {
  const error = parsed.errors.reduce((a, b) => (b.pos[0] < a.pos[0] ? b : a));
  const place = placeOf(text, error.pos[0]);
  const isOpenQuote = error.message.startsWith('Missing closing');
  if (!isOpenQuote) return { ...place, code: error.code, isOpenQuote };
  // A quote that is never closed is only missed at the end of the text: the mistake is where it was opened.
  const kinds = scanLines(text.lines, 1);
  let line = place.line;
  while (line > 0 && kinds[line] === 'quoted') line--;
  return { line, column: 0, code: error.code, isOpenQuote };
}
