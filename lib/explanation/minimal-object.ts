import { isObject, isSame, type JsonObject, type JsonPath, valueAt } from '../comparison/json';

/** What tells an object from others is never left out, nor its namespace, which an apply elsewhere would choose anew. */
const KEPT = new Set(['apiVersion', 'kind', 'metadata.name', 'metadata.generateName', 'metadata.namespace']);
/** The server fills in nothing below, and there may be thousands of fields. */
const SCHEMA = 'openAPIV3Schema';

/**
 * An object without the fields that the server would fill in anyway, or that it ignores: the server makes the same of
 * both, and of nothing less. Items of lists and schemas of custom resources stay, as do the order and the notation of
 * what is left.
 *
 * @param hold What the server makes of an object; undefined when it cannot decode it.
 */
export function minimalObject(written: JsonObject, hold: (object: JsonObject) => JsonObject | undefined): JsonObject {
  const wanted = hold(written);
  const isEnough = (object: JsonObject) => isSame(hold(object), wanted);
  let [least, before] = [written, written];
  do {
    before = least;
    least = withoutNeedless(least, [], isEnough);
  } while (least !== before);
  return least;
}

/** Tries the fields below a path, the outer before the inner ones; once more where the inner ones leave it empty. */
function withoutNeedless(object: JsonObject, path: JsonPath, isEnough: (object: JsonObject) => boolean): JsonObject {
  const value = valueAt(object, path);
  if (typeof value !== 'object' || value === null || path.at(-1) === SCHEMA) return object;
  let least = object;
  for (const name of Object.keys(value)) {
    const inner = [...path, Array.isArray(value) ? Number(name) : name];
    if (isObject(value) && !KEPT.has(inner.join('.'))) {
      const shorter = withoutField(least, inner) as JsonObject;
      if (isEnough(shorter)) {
        least = shorter;
        continue;
      }
    }
    least = withoutNeedless(least, inner, isEnough);
  }
  return least;
}

function withoutField(value: unknown, [step, ...rest]: JsonPath): unknown {
  if (step === undefined || typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item, index) => (index === step ? withoutField(item, rest) : item));
  const fields = Object.entries(value).flatMap(([name, item]) => {
    if (name !== step) return [[name, item]];
    return rest.length === 0 ? [] : [[name, withoutField(item, rest)]];
  });
  return Object.fromEntries(fields);
}
