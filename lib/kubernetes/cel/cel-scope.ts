import type { CelNode } from './cel-node';
import type { CelValue } from './cel-value';

/** A variable, and those that were known before it. */
export interface CelScope {
  readonly name: string;
  readonly value: CelValue;
  readonly outer?: CelScope;
}

/** What evaluates the parts of an expression. */
export interface CelEvaluator {
  value(node: CelNode, scope: CelScope | undefined): CelValue;
  /** Whether a condition holds. */
  condition(node: CelNode, scope: CelScope | undefined): boolean;
}
