import { isObject, isSame, type JsonObject, type JsonPath, valueAt } from '../comparison/json';
import type { DerivedField } from '../constructs/derived-field';

/** Who set a value: you, a construct of yours from something else that you said, or the API server. */
export type Origin = 'yours' | 'derived' | 'default';

/** One value of an object that the API server holds: a text, a number, a boolean, null, an empty list or map. */
export interface ExplainedValue {
  readonly path: JsonPath;
  readonly value: unknown;
  readonly origin: Origin;
  /** What a construct derived it from: `its name`. */
  readonly from?: string;
  /** What you wrote, where the server holds it otherwise. */
  readonly written?: unknown;
}

/** An object in the three states that tell who set a value. */
export interface ExplainedStates {
  /** As it was written. */
  readonly written: JsonObject;
  /** The same as the server decodes and prints it, without any default. */
  readonly decoded: JsonObject;
  /** As the server holds it. */
  readonly held: JsonObject;
  readonly derived: readonly DerivedField[];
}

/** Every value of the object that the server holds, and who set it, in the order of the object. */
export function explainedValues({ written, decoded, held, derived }: ExplainedStates): ExplainedValue[] {
  const made = new Map(derived.map(({ path, from }) => [keyOf(path), from]));
  return leavesOf(held).map(({ path, value }): ExplainedValue => {
    const own = valueAt(written, path) ?? textOfSecret(written, path);
    if (own === undefined || own === null) return { path, value, origin: 'default' };
    const changed = isSame(own, value) || isTextOfSecret(written, path) ? {} : { written: own };
    if (!isSame(valueAt(decoded, path) ?? value, value)) return { path, value, origin: 'default', ...changed };
    const from = made.get(keyOf(path));
    return { path, value, origin: from === undefined ? 'yours' : 'derived', ...(from && { from }), ...changed };
  });
}

/** What was written and is not held: fields that this version drops, a status, what only servers say. */
export function droppedPaths({ written, held }: Pick<ExplainedStates, 'written' | 'held'>): JsonPath[] {
  return missingPaths(written, held, []).filter(([first]) => !(written.kind === 'Secret' && first === 'stringData'));
}

function missingPaths(written: unknown, held: unknown, path: JsonPath): JsonPath[] {
  if (isNothing(written)) return [];
  if (held === undefined) return [path];
  if (Array.isArray(written)) {
    const items = Array.isArray(held) ? held : [];
    return written.flatMap((item, index) => missingPaths(item, items[index], [...path, index]));
  }
  if (!isObject(written)) return [];
  const fields = isObject(held) ? held : {};
  return Object.entries(written).flatMap(([name, value]) => missingPaths(value, fields[name], [...path, name]));
}

/** Values that say the same as no value. */
function isNothing(value: unknown): boolean {
  if (value === undefined || value === null || value === '' || value === 0 || value === false) return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}

/** The values of an object that hold no others, with their places. */
export function leavesOf(value: unknown, path: JsonPath = []): { path: JsonPath; value: unknown }[] {
  const isInner = typeof value === 'object' && value !== null && Object.keys(value).length > 0;
  if (!isInner) return [{ path, value }];
  const isList = Array.isArray(value);
  return Object.entries(value).flatMap(([key, item]) => leavesOf(item, [...path, isList ? Number(key) : key]));
}

/** The server keeps `stringData` of a Secret in `data`. */
function textOfSecret({ kind, stringData }: JsonObject, [field, key]: JsonPath): unknown {
  if (kind !== 'Secret' || field !== 'data' || key === undefined) return undefined;
  return valueAt(stringData, [key]);
}

function isTextOfSecret(written: JsonObject, path: JsonPath): boolean {
  return textOfSecret(written, path) !== undefined;
}

function keyOf(path: JsonPath): string {
  return JSON.stringify(path.map(String));
}
