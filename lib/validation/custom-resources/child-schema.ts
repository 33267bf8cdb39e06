import type { JSONSchemaProps } from '../../kubernetes/generated/decoded';

/** The schema of a field: that of the property of this name, else the one for all other properties. */
export function fieldSchema(schema: JSONSchemaProps | undefined, name: string): JSONSchemaProps | undefined {
  return propertySchema(schema, name) ?? otherSchema(schema);
}

/** The schema of the property of this name. */
export function propertySchema(schema: JSONSchemaProps | undefined, name: string): JSONSchemaProps | undefined {
  const properties = schema?.properties;
  return properties && Object.hasOwn(properties, name) ? properties[name] : undefined;
}

/** The schema of the properties that are not named. */
export function otherSchema(schema: JSONSchemaProps | undefined): JSONSchemaProps | undefined {
  const other = schema?.additionalProperties;
  return typeof other === 'object' ? other : undefined;
}

/** The schema of the items of a list. */
export function itemSchema(schema: JSONSchemaProps | undefined): JSONSchemaProps | undefined {
  return Array.isArray(schema?.items) ? undefined : schema?.items;
}

/** Whether a value is an object, and no list. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
