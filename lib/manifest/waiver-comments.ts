/** A comment that waives advice about some lines of a file. */
export interface WaiverComment {
  readonly rule: string;
  /** Empty where none is given. */
  readonly reason: string;
  /** Where the comment stands; both count from 1. */
  readonly line: number;
  readonly column: number;
  /** The first and the last line that it speaks of. */
  readonly from: number;
  readonly to: number;
}

const MARK = 'podwright-waive';
const WAIVER = /^#+\s*podwright-waive\b:?\s*([^\s:]*)\s*:?\s*(.*?)\s*$/;

/**
 * The comments of a YAML text that waive advice: `# podwright-waive no-latest-tag: mirrored nightly`.
 *
 * One at the end of a line speaks of what begins on that line, one on a line of its own of what begins on the next; if
 * that is the first line of an object, of the whole object.
 */
export function waiverComments(text: string): WaiverComment[] {
  if (!text.includes(MARK)) return [];
  const lines = text.split('\n');
  return commentsIn(text).flatMap(({ comment, line, column }) => {
    const [, rule, reason = ''] = WAIVER.exec(comment) ?? [];
    if (rule === undefined) return [];
    const isAlone = (lines[line - 1] ?? '').slice(0, column - 1).trim() === '';
    const from = isAlone ? nextContent(lines, line + 1) : line;
    return [{ rule, reason, line, column, from, to: endOf(lines, from) }];
  });
}

/** The comments of a text, none of which stands in a quoted or a block text. */
function commentsIn(text: string): { comment: string; line: number; column: number }[] {
  const { Lexer } = require('yaml') as typeof import('yaml');
  const comments: { comment: string; line: number; column: number }[] = [];
  let [line, column, isBlockText] = [1, 1, false];
  for (const token of new Lexer().lex(text)) {
    // Control characters stand for what the lexer has recognized; they are not in the text.
    if (CONTROLS.has(token)) {
      isBlockText = token === BLOCK_TEXT;
      continue;
    }
    if (token.startsWith('#') && !isBlockText) comments.push({ comment: token, line, column });
    isBlockText = false;
    const breaks = token.split('\n');
    line += breaks.length - 1;
    column = breaks.length > 1 ? (breaks.at(-1) ?? '').length + 1 : column + token.length;
  }
  return comments;
}

const BLOCK_TEXT = '\u001f';
const CONTROLS: ReadonlySet<string> = new Set(['\u0002', '\u0018', BLOCK_TEXT]);

const isEmpty = (text: string) => /^\s*(#.*)?$/.test(text);
const isMarker = (text: string) => /^(---|\.\.\.)(\s*(#.*)?)?\r?$/.test(text) || text.startsWith('%');

/** The next line that holds something, counted from 1; the number after the last one where none does. */
function nextContent(lines: readonly string[], from: number): number {
  let line = from;
  while (line <= lines.length && (isEmpty(lines[line - 1] ?? '') || isMarker(lines[line - 1] ?? ''))) line += 1;
  return line;
}

/** The last line of what begins on a line: everything that is nested below it, or the document that it begins. */
function endOf(lines: readonly string[], from: number): number {
  const first = lines[from - 1];
  if (first === undefined) return from;
  const isObject = beginsDocument(lines, from);
  const indent = indentOf(first);
  const isItem = first.trimStart().startsWith('- ');
  let end = from;
  for (let line = from + 1; line <= lines.length; line += 1) {
    const text = lines[line - 1] ?? '';
    if (text.startsWith('---')) break;
    if (isEmpty(text)) continue;
    const isDeeper = indentOf(text) > indent;
    // The items of a list may stand as far left as its name.
    const isOwnItem = !isItem && indentOf(text) === indent && text.trimStart().startsWith('- ');
    if (!isObject && !isDeeper && !isOwnItem) break;
    end = line;
  }
  return end;
}

function beginsDocument(lines: readonly string[], from: number): boolean {
  for (let line = from - 1; line >= 1; line -= 1) {
    const text = lines[line - 1] ?? '';
    if (text.startsWith('---')) return true;
    if (!isEmpty(text) && !text.startsWith('%')) return false;
  }
  return true;
}

function indentOf(text: string): number {
  return text.length - text.trimStart().length;
}
