/** An object of plain data. */
export type PlainObject = Readonly<Record<string, unknown>>;

/** Whether a value is an object with fields, as opposed to a list or a single value. */
export function isPlainObject(value: unknown): value is PlainObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The object behind some fields; empty where there is none. */
export function objectAt(value: unknown, ...path: readonly string[]): PlainObject {
  let inner = value;
  for (const key of path) inner = isPlainObject(inner) ? inner[key] : undefined;
  return isPlainObject(inner) ? inner : {};
}

/** A copy with the value at some fields changed: removed where `change` gives undefined. Nothing is made on the way there. */
export function changeAt(
  object: PlainObject,
  path: readonly string[],
  change: (value: unknown) => unknown,
): PlainObject {
  const [key, ...rest] = path;
  if (key === undefined || !Object.hasOwn(object, key)) return object;
  const value = object[key];
  const changed = rest.length === 0 ? change(value) : isPlainObject(value) ? changeAt(value, rest, change) : value;
  if (changed === value) return object;
  const copy = { ...object };
  if (changed === undefined) delete copy[key];
  else copy[key] = changed;
  return copy;
}

/** What an object is called in messages: `Deployment/web`. */
export function titleOf(object: PlainObject): string {
  const { name, generateName } = objectAt(object, 'metadata');
  return `${String(object.kind)}/${String(name ?? generateName ?? '')}`;
}
