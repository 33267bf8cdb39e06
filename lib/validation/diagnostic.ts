import type { Change, Edit, Reason } from './finding';

/** How much a finding weighs: an error is what the API server refuses. */
export type Severity = 'error' | 'warning' | 'info';

/** Which object a diagnostic speaks of. */
export interface ObjectReference {
  /** Its place among the validated objects, from 0. */
  readonly index: number;
  readonly apiVersion: string;
  readonly kind: string;
  readonly namespace?: string;
  readonly name: string;
}

/** A place in a text file; line and column count from 1. */
export interface SourcePosition {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** An object that a finding about another one speaks of, and what made it. */
export interface RelatedObject extends ObjectReference {
  readonly construct?: string;
  readonly source?: SourcePosition;
}

/** One finding about one object, as reports show it. */
export interface Diagnostic {
  /** The id of the rule, which the generated rule list explains. */
  readonly rule: string;
  readonly severity: Severity;
  /** The API server's own word, where it has one. */
  readonly reason: Reason;
  readonly object: ObjectReference;
  /** The field as the API server names it, `spec.containers[0].image`; empty for the object as a whole. */
  readonly field: string;
  /** The steps to the value in the object as it was given. */
  readonly path: readonly (string | number)[];
  /** What is wrong, in the API server's words. */
  readonly message: string;
  /** What to write instead. */
  readonly fix?: string;
  /** What to write, where the advice knows it exactly. */
  readonly change?: Change;
  /** The same for a program to do, where that is safe. */
  readonly edits?: readonly Edit[];
  /** For how many objects of its kind it speaks, where it is said once for all of them. Default: 1. */
  readonly count?: number;
  /** The other object that the finding speaks of, where there is one. */
  readonly other?: RelatedObject;
  /** The path of the construct that made the object. */
  readonly construct?: string;
  /** The line of code that made the object. */
  readonly source?: SourcePosition;
  /** The line of YAML. */
  readonly yaml?: SourcePosition;
}
