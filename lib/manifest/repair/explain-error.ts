import type { ErrorCode } from 'yaml';
import type { Complaint } from '../syntax-problem';

/** A quote that is never closed. */
export const OPEN_QUOTE: Complaint = {
  rule: 'require-closing-quote',
  message: 'A quote is opened on this line and not closed',
  fix: 'Close it at the end of the value',
};

/** What to say of an error that no repair mends, in the order of the patterns. */
const PATTERNS: readonly { readonly matches: RegExp; readonly complaint: Complaint }[] = [
  {
    matches: /^\s*(?:- +)*["']?[\w./-]+["']?: +- /,
    complaint: {
      rule: 'valid-yaml',
      message: 'A list cannot begin on the line of its field',
      fix: 'Put each `- ` on a line of its own below the field',
    },
  },
  {
    matches: /: *[|>][-+0-9]*\S/,
    complaint: {
      rule: 'valid-yaml',
      message: 'Something follows the `|` or `>` that begins a block of text',
      fix: 'Begin the text on the next line, indented',
    },
  },
  {
    matches: /^- /,
    complaint: {
      rule: 'valid-document',
      message: 'A list item stands where the document has the fields of one object',
      fix: 'Indent the item below the field that holds the list, or begin another document with a line `---`',
    },
  },
];

const BY_CODE: Partial<Record<ErrorCode, Complaint>> = {
  BAD_ALIAS: {
    rule: 'valid-alias',
    message: 'An anchor (`&`) or alias (`*`) needs a name',
    fix: 'Put the value in quotes if it is text',
  },
  MULTIPLE_DOCS: {
    rule: 'valid-document-separator',
    message: '`...` ends the document: `kubectl` ignores everything between it and the next `---`',
    fix: 'Separate documents with a line `---`',
  },
  RESOURCE_EXHAUSTION: {
    rule: 'valid-nesting-depth',
    message: 'Values are nested too deep to be read',
    fix: 'Flatten the value: no Kubernetes object nests this deep',
  },
  BAD_INDENT: {
    rule: 'valid-indentation',
    message: 'The line does not begin in the column of anything that it could belong to',
    fix: 'Give it the indentation of the fields of the object it belongs to',
  },
  MULTILINE_IMPLICIT_KEY: {
    rule: 'require-colon',
    message: 'A field is expected here: a name, a colon, and its value on this line or indented below',
    fix: 'Write `name: value`, or put a text that goes over several lines in quotes',
  },
  MISSING_CHAR: {
    rule: 'require-colon',
    message: 'A field is expected here: a name, a colon, and its value',
    fix: 'Write `name: value`',
  },
};

const OTHERWISE: Complaint = {
  rule: 'valid-yaml',
  message: 'YAML cannot be read from here on',
  fix: 'Check the indentation, the colons and the quotes of this line and the one above',
};

/** Words for an error of the parser, from the line it is on and its code. */
export function explainError(code: ErrorCode, line: string): Complaint {
  if (code === 'RESOURCE_EXHAUSTION' || code === 'MULTIPLE_DOCS') return BY_CODE[code] ?? OTHERWISE;
  return PATTERNS.find(({ matches }) => matches.test(line))?.complaint ?? BY_CODE[code] ?? OTHERWISE;
}
