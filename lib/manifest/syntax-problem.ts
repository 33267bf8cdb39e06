import { moveSpan, type Span } from './position';

/** The ids of everything that can be wrong with a text before its objects are looked at. */
export const SYNTAX_RULES = [
  'no-excessive-aliases',
  'no-tab-indentation',
  'require-closing-bracket',
  'require-closing-quote',
  'require-colon',
  'require-quotes',
  'require-space-after-colon',
  'require-space-after-dash',
  'unique-keys',
  'valid-alias',
  'valid-document',
  'valid-document-separator',
  'valid-document-size',
  'valid-encoding',
  'valid-escape',
  'valid-indentation',
  'valid-json',
  'valid-key',
  'valid-nesting-depth',
  'valid-number',
  'valid-yaml',
] as const;

export type SyntaxRule = (typeof SYNTAX_RULES)[number];

/** A mistake of the text itself, found without knowing what the object means. Always of severity error. */
export interface SyntaxProblem {
  readonly rule: SyntaxRule;
  readonly reason: 'Malformed';
  /** What is wrong, in words. */
  readonly message: string;
  /** What to write instead. */
  readonly fix: string;
  /** The YAML or JSON document in the file, counted from 0. */
  readonly document: number;
  /** Counted from 1. */
  readonly line: number;
  /** Counted from 1. */
  readonly column: number;
  /** The last line of a problem that spans several lines. */
  readonly endLine?: number;
  /** The column after the last character meant on `line`. */
  readonly endColumn: number;
}

/** What a check of the text says, before it knows where the text stands in its file. */
export type Complaint = Pick<SyntaxProblem, 'rule' | 'message' | 'fix'>;

/** A complaint about one span of a text. */
export interface Fault extends Complaint, Span {
  /** Where a field that is set twice is set for the first time. */
  readonly first?: Span;
}

/** The same fault, moved to another text. */
export function moveFault(fault: Fault, move: (offset: number) => number): Fault {
  const { first, ...rest } = fault;
  return { ...rest, ...moveSpan(fault, move), ...(first && { first: moveSpan(first, move) }) };
}
