const DEPTH = Symbol.for('podwright.ownSynthesis');
const registry = globalThis as { [DEPTH]?: number };

/**
 * Runs what podwright does itself while it synthesizes: it validates the objects, so that `addValidations` of whichever
 * copy of this library need not do it again.
 */
export function inOwnSynthesis<T>(action: () => T): T {
  registry[DEPTH] = (registry[DEPTH] ?? 0) + 1;
  try {
    return action();
  } finally {
    registry[DEPTH] -= 1;
  }
}

/** Whether podwright itself synthesizes the app at this moment, rather than cdk8s. */
export function isOwnSynthesis(): boolean {
  return (registry[DEPTH] ?? 0) > 0;
}
