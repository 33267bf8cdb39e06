import type { JSONSchemaProps } from '../../kubernetes/generated/decoded';
import { setField } from '../decoding/copy-data';
import { fieldSchema, isObject, itemSchema, otherSchema, propertySchema } from './child-schema';

/**
 * Does to a custom resource, in place, what the server does with nulls and defaults: a null that the schema does not
 * allow is dropped, or replaced by the default where there is one; absent fields get their defaults.
 *
 * Follows k8s.io/apiextensions-apiserver pkg/apiserver/schema/defaulting PruneNonNullableNullsWithoutDefaults and Default.
 */
export function applySchemaDefaults(value: unknown, schema: JSONSchemaProps): void {
  dropNulls(value, schema);
  fillIn(value, schema);
}

function dropNulls(value: unknown, schema: JSONSchemaProps | undefined): void {
  if (Array.isArray(value)) {
    for (const item of value) dropNulls(item, itemSchema(schema));
  } else if (isObject(value)) {
    for (const name of Object.keys(value)) {
      const field = fieldSchema(schema, name);
      if (isRefusedNull(value[name], field) && field?.default === undefined) delete value[name];
      else dropNulls(value[name], field);
    }
  }
}

function fillIn(value: unknown, schema: JSONSchemaProps | undefined): void {
  if (schema === undefined) return;
  if (Array.isArray(value)) fillInItems(value, itemSchema(schema));
  else if (isObject(value)) fillInFields(value, schema);
}

function fillInItems(list: unknown[], schema: JSONSchemaProps | undefined): void {
  list.forEach((item, index) => {
    if (isRefusedNull(item, schema)) list[index] = defaultOf(schema) ?? null;
    fillIn(list[index], schema);
  });
}

function fillInFields(object: Record<string, unknown>, schema: JSONSchemaProps): void {
  for (const [name, property] of Object.entries(schema.properties ?? {})) {
    if (property.default === undefined) continue;
    if (!Object.hasOwn(object, name) || isRefusedNull(object[name], property))
      setField(object, name, defaultOf(property));
  }
  for (const name of Object.keys(object)) {
    const other = propertySchema(schema, name) ? undefined : otherSchema(schema);
    if (isRefusedNull(object[name], other)) setField(object, name, defaultOf(other) ?? null);
    fillIn(object[name], fieldSchema(schema, name));
  }
}

function isRefusedNull(value: unknown, schema: JSONSchemaProps | undefined): boolean {
  return value === null && schema !== undefined && schema.nullable !== true;
}

function defaultOf(schema: JSONSchemaProps | undefined): unknown {
  return structuredClone(schema?.default);
}
