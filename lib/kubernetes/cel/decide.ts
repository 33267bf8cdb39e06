import { CelError, CelUnsupported } from './cel-value';

/**
 * Whether one of some conditions is `decisive`; a failure counts only when none is.
 *
 * Follows the logical operators of the language, and all() and exists(), which are made of them.
 */
export function decide<T>(items: Iterable<T>, decisive: boolean, holds: (item: T) => boolean): boolean {
  let failure: unknown;
  for (const item of items) {
    try {
      if (holds(item) === decisive) return decisive;
    } catch (error) {
      if (!(error instanceof CelError || error instanceof CelUnsupported)) throw error;
      // Where there is no telling, there is none of the whole either.
      if (failure === undefined || error instanceof CelUnsupported) failure = error;
    }
  }
  if (failure !== undefined) throw failure;
  return !decisive;
}
