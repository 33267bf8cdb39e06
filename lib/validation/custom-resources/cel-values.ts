import { type CelObject, type CelValue, OPAQUE } from '../../kubernetes/cel/cel-value';
import type { JSONSchemaProps } from '../../kubernetes/generated/decoded';
import { parseGoDuration } from '../../kubernetes/go-duration';
import { celFields } from './cel-fields';
import { isObject, itemSchema, otherSchema } from './child-schema';

/** The formats of texts that are values of another kind in expressions. */
const TYPED_FORMATS = new Set(['byte', 'date', 'date-time', 'datetime', 'duration']);
/** What every object at the root, or embedded, has. */
const META_SCHEMA: JSONSchemaProps = {
  type: 'object',
  properties: {
    apiVersion: { type: 'string' },
    kind: { type: 'string' },
    metadata: { type: 'object', properties: { name: { type: 'string' }, generateName: { type: 'string' } } },
  },
};

/**
 * A value of a custom resource as expressions see it: the schema gives its type. What cannot be evaluated as the server
 * does it is opaque: nulls, times, and lists whose order does not count.
 *
 * Follows k8s.io/apiserver pkg/cel/common/values.go UnstructuredToVal and k8s.io/apiextensions-apiserver
 * pkg/apiserver/schema/cel/model SchemaDeclType.
 */
export function celValue(value: unknown, schema: JSONSchemaProps, isResource = false): CelValue {
  if (schema['x-kubernetes-int-or-string']) return intOrString(value);
  switch (schema.type) {
    case 'boolean':
      return typeof value === 'boolean' ? value : OPAQUE;
    case 'integer':
      return Number.isSafeInteger(value) ? BigInt(value as number) : OPAQUE;
    case 'number':
      return typeof value === 'number' ? value : OPAQUE;
    case 'string':
      return typeof value === 'string' ? textValue(value, schema.format) : OPAQUE;
    case 'array':
      return listValue(value, schema);
    case 'object':
      return isObject(value) ? objectValue(value, schema, isResource) : OPAQUE;
    default:
      return OPAQUE;
  }
}

function intOrString(value: unknown): CelValue {
  if (typeof value === 'string') return value;
  return Number.isSafeInteger(value) ? BigInt(value as number) : OPAQUE;
}

function textValue(value: string, format: string | undefined): CelValue {
  if (format === undefined || !TYPED_FORMATS.has(format)) return value;
  const nano = format === 'duration' ? parseGoDuration(value) : undefined;
  return nano === undefined ? OPAQUE : { kind: 'duration', nano };
}

function listValue(value: unknown, schema: JSONSchemaProps): CelValue {
  const items = itemSchema(schema);
  const hasOrder = (schema['x-kubernetes-list-type'] ?? 'atomic') === 'atomic';
  if (!Array.isArray(value) || items === undefined) return OPAQUE;
  const list = value.map((item) => celValue(item, items));
  return hasOrder ? list : { kind: 'unordered', items: list };
}

function objectValue(value: Record<string, unknown>, schema: JSONSchemaProps, isResource: boolean): CelValue {
  const other = otherSchema(schema);
  if (other) return new Map(Object.keys(value).map((name) => [name, celValue(value[name], other)]));
  if (schema.properties === undefined && !isResource && !schema['x-kubernetes-embedded-resource']) return OPAQUE;
  const isMeta = isResource || schema['x-kubernetes-embedded-resource'] === true;
  return isMeta ? resourceObject(value, schema) : fieldsObject(value, schema);
}

function fieldsObject(value: Record<string, unknown>, schema: JSONSchemaProps): CelObject {
  const fields = celFields(schema);
  return {
    kind: 'object',
    knows: (field) => fields.has(field),
    get(field) {
      const name = fields.get(field) ?? '';
      const property = schema.properties?.[name];
      return property && Object.hasOwn(value, name) ? celValue(value[name], property) : undefined;
    },
  };
}

function resourceObject(value: Record<string, unknown>, schema: JSONSchemaProps): CelObject {
  const meta = fieldsObject(value, META_SCHEMA);
  const own = fieldsObject(value, schema);
  return {
    kind: 'object',
    knows: (field) => meta.knows(field) || own.knows(field),
    get: (field) => (meta.knows(field) ? meta : own).get(field),
  };
}
