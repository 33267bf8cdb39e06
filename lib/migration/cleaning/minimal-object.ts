import { isDeepStrictEqual } from 'node:util';
import { servedObject } from '../../comparison/served-object';
import { findKind } from '../../kubernetes/kinds';
import { changeAt, isPlainObject, type PlainObject } from '../plain-object';

type Path = readonly (string | number)[];

/**
 * An object without the fields that only say what the server would fill in anyway. Without any of them the server would
 * hold the same object. A custom resource stays as it is. The object itself stays as it is, too.
 *
 * @param minor The minor version of Kubernetes whose defaults count.
 */
export function minimalObject(object: PlainObject, minor: number): PlainObject {
  const kind = findKind(String(object.apiVersion), String(object.kind));
  if (!kind) return object;
  const served = servedObject(object, kind, minor);
  if (!served) return object;
  let result = object;
  for (const path of fieldsInside(object, [])) {
    const candidate = withoutField(result, path);
    if (isDeepStrictEqual(servedObject(candidate, kind, minor), served)) result = candidate;
  }
  return result;
}

/** Every field below the kind and the name, what is inside before what is around it. */
function fieldsInside(value: unknown, path: Path): Path[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => fieldsInside(item, [...path, index]));
  if (!isPlainObject(value)) return [];
  return Object.entries(value).flatMap(([key, item]) => {
    const inner = fieldsInside(item, [...path, key]);
    return path.length === 0 ? inner : [...inner, [...path, key]];
  });
}

function withoutField<T>(value: T, [key, ...rest]: Path): T {
  if (Array.isArray(value)) return value.map((item, index) => (index === key ? withoutField(item, rest) : item)) as T;
  if (!isPlainObject(value)) return value;
  return changeAt(value, [String(key)], (item) => (rest.length === 0 ? undefined : withoutField(item, rest))) as T;
}
