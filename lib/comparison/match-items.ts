import { isSame, valueAt } from './json';

/** Two items of a list that belong together, or one that has no counterpart, by their indexes. */
export interface ItemMatch {
  readonly before?: number;
  readonly after?: number;
  /** What tells the item from the others, `name=app`; absent where only its index does. */
  readonly key?: string;
}

/** How the items of two lists belong together. */
export interface Matching {
  readonly items: readonly ItemMatch[];
  /** The keys of the items that are in both lists, as each list orders them; present when the orders differ. */
  readonly order?: { readonly before: readonly string[]; readonly after: readonly string[] };
}

/** Fields that a server fills in and that are part of a key: two ports may differ in nothing but the protocol. */
const KEY_DEFAULTS: Readonly<Record<string, string>> = { protocol: 'TCP' };

/**
 * Matches the items of two lists by the first of some keys under which all items of each list differ; where there is
 * none, by what the lists begin and end with, and what is between one by one.
 *
 * @param keys Alternatives, each a list of fields that tell an item apart together; `a.b` is a field of a field.
 */
export function matchItems(
  before: readonly unknown[],
  after: readonly unknown[],
  keys: readonly (readonly string[])[],
): Matching {
  for (const fields of keys) {
    const [old, young] = [keysOf(before, fields), keysOf(after, fields)];
    if (old && young) return matchByKey(old, young);
  }
  return { items: matchByPlace(before, after) };
}

function keysOf(items: readonly unknown[], fields: readonly string[]): string[] | undefined {
  const found = items.map((item) => keyOf(item, fields));
  const isUsable = !found.includes(undefined) && new Set(found).size === found.length;
  return isUsable ? (found as string[]) : undefined;
}

function keyOf(item: unknown, fields: readonly string[]): string | undefined {
  const parts = fields.map((field) => {
    const value = valueAt(item, field.split('.')) ?? KEY_DEFAULTS[field];
    return typeof value === 'string' || typeof value === 'number' ? `${field}=${value}` : undefined;
  });
  return parts.includes(undefined) ? undefined : parts.join(',');
}

function matchByKey(before: readonly string[], after: readonly string[]): Matching {
  const [old, young] = [indexesOf(before), indexesOf(after)];
  const removed = before.flatMap((key, index) => (young.has(key) ? [] : [{ before: index, key }]));
  const rest = after.map((key, index) => {
    const known = old.get(key);
    return { ...(known !== undefined && { before: known }), after: index, key };
  });
  const order = { before: before.filter((key) => young.has(key)), after: after.filter((key) => old.has(key)) };
  return { items: [...removed, ...rest], ...(!isSame(order.before, order.after) && { order }) };
}

function indexesOf(keys: readonly string[]): Map<string, number> {
  return new Map(keys.map((key, index) => [key, index]));
}

function matchByPlace(before: readonly unknown[], after: readonly unknown[]): ItemMatch[] {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && isSame(before[head], after[head])) head += 1;
  let tail = 0;
  while (tail < shorter - head && isSame(before[before.length - 1 - tail], after[after.length - 1 - tail])) tail += 1;
  const [oldMiddle, newMiddle] = [before.length - head - tail, after.length - head - tail];
  return Array.from({ length: Math.max(oldMiddle, newMiddle) }, (_item, offset) => ({
    ...(offset < oldMiddle && { before: head + offset }),
    ...(offset < newMiddle && { after: head + offset }),
  }));
}
