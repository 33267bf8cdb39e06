/** An object of plain data. */
export type Fields = { readonly [key: string]: unknown };

/**
 * A copy of `fields` without its absent values: first those of `start`, then the keys of `order` in that order, then the
 * others as they stood.
 */
export function ordered(fields: Fields, order: readonly string[], start: Fields = {}): { [key: string]: unknown } {
  const result: { [key: string]: unknown } = {};
  for (const key in start) result[key] = start[key];
  for (const key of order) copyField(fields, key, result);
  for (const key in fields) copyField(fields, key, result);
  return result;
}

function copyField(from: Fields, key: string, to: { [key: string]: unknown }): void {
  if (from[key] !== undefined && !Object.hasOwn(to, key)) to[key] = from[key];
}

/** The fields of `props` that `own` names, in that order; those of `derived` in place of what `props` says. */
export function ownFields(props: Fields, own: readonly string[], derived: Fields): { [key: string]: unknown } {
  const result: { [key: string]: unknown } = {};
  for (const key of own) {
    const value = derived[key] ?? props[key];
    if (value !== undefined) result[key] = value;
  }
  return result;
}

/** Whether a value is an object with fields, as opposed to a list or a single value. */
export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
