import type { JSONSchemaProps } from '../../kubernetes/generated/decoded';
import type { FieldPath } from '../field-path';
import { duplicate, type Finding, invalid } from '../finding';
import { isObject, itemSchema, otherSchema, propertySchema } from './child-schema';

/**
 * The items of sets, and those of maps by their keys, that stand twice in the lists of a custom resource.
 *
 * Follows k8s.io/apiextensions-apiserver pkg/apiserver/schema/listtype ValidateListSetsAndMaps: each item that stands
 * twice is reported once.
 */
export function listTypeFindings(value: unknown, schema: JSONSchemaProps | undefined, at: FieldPath): Finding[] {
  const found: Finding[] = [];
  visit(value, schema, at, found);
  return found;
}

function visit(value: unknown, schema: JSONSchemaProps | undefined, at: FieldPath, found: Finding[]): void {
  if (schema === undefined) return;
  if (Array.isArray(value)) {
    if (schema['x-kubernetes-list-type'] === 'set') reportTwice(value, value, at, found);
    if (schema['x-kubernetes-list-type'] === 'map') visitMap(value, schema, at, found);
    value.forEach((item, index) => {
      visit(item, itemSchema(schema), at.index(index), found);
    });
  } else if (isObject(value)) {
    for (const name of Object.keys(value)) {
      const other = otherSchema(schema);
      if (other) visit(value[name], other, at.key(name), found);
      visit(value[name], propertySchema(schema, name), at.child(name), found);
    }
  }
}

function visitMap(list: readonly unknown[], schema: JSONSchemaProps, at: FieldPath, found: Finding[]): void {
  const stray = list.findIndex((item) => item !== null && !isObject(item));
  if (stray >= 0) {
    found.push(invalid(at.index(stray), list[stray], 'must be an object, as the list is a map by keys'));
    return;
  }
  const names = schema['x-kubernetes-list-map-keys'] ?? [];
  const keys = list.map((item) => {
    const object = isObject(item) ? item : {};
    return Object.fromEntries(names.flatMap((name) => (Object.hasOwn(object, name) ? [[name, object[name]]] : [])));
  });
  reportTwice(list, keys, at, found);
}

function reportTwice(list: readonly unknown[], keys: readonly unknown[], at: FieldPath, found: Finding[]): void {
  const seen = new Map<string, number>();
  list.forEach((_item, index) => {
    const key = textOf(keys[index]);
    const times = seen.get(key) ?? 0;
    seen.set(key, times + 1);
    if (times === 1) found.push(duplicate(at.index(index), keys[index]));
  });
}

/** The same text for equal values, whatever the order of their fields. */
function textOf(value: unknown): string {
  return JSON.stringify(value, (_name, part: unknown) =>
    isObject(part) ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1))) : part,
  );
}
