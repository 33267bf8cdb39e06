import type { ManifestPath } from '../../manifest/position';
import { type Entry, type Expression, objectOf } from '../code/expression';
import { isPlainObject, type PlainObject } from '../plain-object';

/**
 * A list of named objects as one object with the names as keys.
 *
 * @param nameField The field that holds the name.
 * @param toValue What stands behind the name; undefined when that cannot be said.
 * @returns undefined where keys cannot say the same: names that are missing, that occur twice, or that look like numbers,
 * whose order JavaScript changes.
 */
export function keyedList(
  list: unknown,
  nameField: string,
  path: ManifestPath,
  toValue: (item: PlainObject, path: ManifestPath) => Expression | undefined,
): Expression | undefined {
  if (!Array.isArray(list)) return undefined;
  const entries: Entry[] = [];
  for (const [index, item] of list.entries()) {
    if (!isPlainObject(item)) return undefined;
    const name = item[nameField];
    const at = [...path, index];
    const value = typeof name === 'string' ? toValue(item, at) : undefined;
    if (value === undefined) return undefined;
    entries.push({ key: String(name), value, path: at });
  }
  const names = entries.map(({ key }) => key);
  return keepsOrder(names) ? objectOf(entries) : undefined;
}

/** Whether an object with these keys lists them in this order, each once. */
function keepsOrder(names: readonly string[]): boolean {
  const listed = Object.keys(Object.fromEntries(names.map((name) => [name, true])));
  return listed.length === names.length && listed.every((name, index) => name === names[index]);
}
