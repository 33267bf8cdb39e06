import type { Kind } from '../kubernetes/kinds';
import type { Severity } from './diagnostic';
import type { FieldPath } from './field-path';
import type { Finding } from './finding';
import type { ContextOf, NodeName, NodeTypes } from './nodes';
import type { Stage } from './stage';

/** Tells what a rule found at a node. */
export type Report = (finding: Finding) => void;

/** Looks at one node that was decoded and defaulted as the API server does it; reports, and changes nothing. */
export type Visit<N extends NodeName> = (
  node: NodeTypes[N],
  at: FieldPath,
  report: Report,
  context: ContextOf<N>,
) => void;

/** One object among those that are applied together, decoded and defaulted. */
export interface AppEntry {
  /** Its place among the validated objects, from 0. */
  readonly index: number;
  readonly kind: Kind;
  readonly object: Readonly<Record<string, unknown>>;
  /** The object as it was given, before the server's defaults: see `said`. */
  readonly given: unknown;
}

/**
 * Looks at the objects of one app, one after the other, and keeps of each no more than it needs;
 * in the end it reports what it found, each on one of the objects.
 */
export interface AppVisit {
  see(entry: AppEntry): void;
  /** Shows an object of a kind that is neither Kubernetes' own nor defined, as it was given. */
  seeUndefined?(value: unknown): void;
  end(report: (index: number, finding: Finding) => void): void;
}

/** The nodes that a rule looks at, by their names. */
export type Visits = { readonly [N in NodeName]?: Visit<N> };

/** One thing that is checked: what it is, why, what to do about it, and the functions that check it. */
export interface Rule {
  /** A stable name that begins with `require-`, `no-`, `unique-` or `valid-`. */
  readonly id: string;
  /** Default: `error`. */
  readonly severity?: Severity;
  /** What must hold, in one sentence. */
  readonly summary: string;
  /** What goes wrong otherwise, in one sentence. */
  readonly why: string;
  /** What to write instead, in one sentence. */
  readonly fix: string;
  /** The upstream file and function that the rule follows. */
  readonly source: string;
  /** The first minor in which it holds; default: all. */
  readonly since?: number;
  /** The last minor in which it holds; default: all. */
  readonly until?: number;
  /** The step in which the server checks it; later ones are not reached once it is broken. Default: `validation`. */
  readonly stage?: Stage;
  /** A fragment of the first node that the rule looks at, as YAML: one that breaks the rule, one that keeps it. */
  readonly example: { readonly bad: string; readonly good: string };
  readonly visit: Visits;
  /** Begins to check the objects of one app against each other, where they are known to be one. */
  readonly visitApp?: () => AppVisit;
}

/** A list of rules; exists so that a rule's visits are typed where they are written. */
export function defineRules<const R extends readonly Rule[]>(rules: R): R {
  return rules;
}
