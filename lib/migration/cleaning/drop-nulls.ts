import { type Shape, typeInfo } from '../../kubernetes/types';
import { isPlainObject, type PlainObject } from '../plain-object';

/**
 * A copy without the fields that are null, which the API server takes for absent. Null in a map, in a list or in data of
 * any form is a value and stays.
 *
 * @param type The name of the object's type in the table of types.
 */
export function dropNulls(object: PlainObject, type: string): PlainObject {
  const { fields } = typeInfo(type);
  const result: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(object)) {
    const shape = fields.get(name)?.[0]?.shape;
    if (value === null && shape !== undefined && !isAnyData(shape)) continue;
    result[name] = shape === undefined ? value : within(value, shape);
  }
  return result;
}

function within(value: unknown, shape: Shape): unknown {
  if (shape.form === 'struct') return isPlainObject(value) ? dropNulls(value, shape.type) : value;
  if (shape.form === 'list') return Array.isArray(value) ? value.map((item) => within(item, shape.item)) : value;
  if (shape.form !== 'map' || !isPlainObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, within(item, shape.item)]));
}

function isAnyData(shape: Shape): boolean {
  return shape.form === 'scalar' && shape.scalar === 'json';
}
