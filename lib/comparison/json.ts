import { isDeepStrictEqual } from 'node:util';

/** A plain JSON object. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** Keys and list indexes that lead from the root of an object to a value. */
export type JsonPath = readonly (string | number)[];

/** Whether a value is an object with fields, rather than a list, a single value or nothing. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether two values hold the same data; the order of fields does not count. */
export function isSame(one: unknown, other: unknown): boolean {
  return isDeepStrictEqual(one, other);
}

/** The value at a path; undefined where there is none. */
export function valueAt(root: unknown, path: JsonPath): unknown {
  let value = root;
  for (const step of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
    value = (value as Record<string | number, unknown>)[step];
  }
  return value;
}
