/** An object of plain data. */
export type Fields = { readonly [key: string]: unknown };

/**
 * A copy of `fields` without its absent values: first the keys of `order` in that order, then the others as they stood.
 */
export function ordered(fields: Fields, order: readonly string[]): { [key: string]: unknown } {
  const result: { [key: string]: unknown } = {};
  for (const key of order) if (fields[key] !== undefined) result[key] = fields[key];
  for (const key of Object.keys(fields)) if (fields[key] !== undefined) result[key] = fields[key];
  return result;
}

/** Whether a value is an object with fields, as opposed to a list or a single value. */
export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
