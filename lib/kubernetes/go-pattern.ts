/** A regular expression of Go. */
export interface GoPattern {
  /** Whether it matches a text anywhere; takes time that is linear in the text. */
  test(text: string): boolean;
  /** The expression as it was written. */
  toString(): string;
}

const LARGEST_CACHE = 1024;
const cache = new Map<string, GoPattern | undefined>();

/**
 * Reads a regular expression as Go's regexp package does, by a port of RE2, which is loaded when it is first asked for.
 *
 * @returns undefined when it cannot be read.
 */
export function readGoPattern(pattern: string): GoPattern | undefined {
  if (cache.has(pattern)) return cache.get(pattern);
  if (cache.size >= LARGEST_CACHE) cache.clear();
  const read = compile(pattern);
  cache.set(pattern, read);
  return read;
}

function compile(pattern: string): GoPattern | undefined {
  const { RE2JS, RE2JSException } = require('re2js') as typeof import('re2js');
  try {
    const compiled = RE2JS.compile(pattern);
    return { test: (text) => compiled.test(text), toString: () => pattern };
  } catch (error) {
    if (error instanceof RE2JSException) return undefined;
    throw error;
  }
}
