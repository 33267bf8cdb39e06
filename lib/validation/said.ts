import type { FieldPath } from './field-path';

/**
 * What the author wrote at a place; undefined where the value is the server's default, or null.
 *
 * @param given The object as it was given: `context.given` of a visit.
 */
export function said(given: unknown, at: FieldPath): unknown {
  let value = given;
  for (const step of at.segments()) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = Object.hasOwn(value, step) ? (value as Record<string | number, unknown>)[step] : undefined;
  }
  return value ?? undefined;
}
