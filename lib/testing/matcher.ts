/** What a matcher finds; Jest and Vitest ask for the message when the assertion fails. */
export interface MatcherResult {
  readonly pass: boolean;
  message(): string;
}

/** What Jest and Vitest tell a matcher of its surroundings, as far as the matchers here use it. */
export interface MatcherContext {
  /** Whether the assertion is negated with `.not`. */
  readonly isNot?: boolean;
  /** The file of the running test. */
  readonly testPath?: string | undefined;
  /** Says whether snapshots are to be written, and counts them. */
  readonly snapshotState?: object;
}

/** How a matcher ends: `expected Deployment/web not to be valid`, then what was found in its stead. */
export function matcherResult(pass: boolean, title: string, expectation: string, details: () => string): MatcherResult {
  const message = () =>
    [`expected ${title} ${pass ? 'not ' : ''}${expectation}`, details()].filter(Boolean).join('\n\n');
  return { pass, message };
}
