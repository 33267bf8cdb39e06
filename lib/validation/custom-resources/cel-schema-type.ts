import { BOOL, type CelType, DYN, INT, STRING } from '../../kubernetes/cel/cel-type';
import type { JSONSchemaProps } from '../../kubernetes/generated/decoded';
import { celFieldName } from './cel-fields';
import { itemSchema, otherSchema } from './child-schema';

/** The formats of texts that are of another type in expressions. */
const TYPED_FORMATS: ReadonlyMap<string, CelType> = new Map<string, CelType>([
  ['byte', { kind: 'bytes' }],
  ['date', { kind: 'timestamp' }],
  ['date-time', { kind: 'timestamp' }],
  ['duration', { kind: 'duration' }],
]);
const METADATA: CelType = {
  kind: 'object',
  fields: new Map([
    ['name', STRING],
    ['generateName', STRING],
  ]),
};

const types = new WeakMap<JSONSchemaProps, { readonly type: CelType | undefined }>();

/**
 * The type that expressions see of the values of a schema; undefined for those that they cannot speak of.
 *
 * Follows k8s.io/apiserver pkg/cel/common/schemas.go SchemaDeclType.
 */
export function celSchemaType(schema: JSONSchemaProps, isRoot = false): CelType | undefined {
  if (isRoot) return declared(schema, true);
  let known = types.get(schema);
  if (known === undefined) {
    known = { type: declared(schema, schema['x-kubernetes-embedded-resource'] === true) };
    types.set(schema, known);
  }
  return known.type;
}

function declared(schema: JSONSchemaProps, isResource: boolean): CelType | undefined {
  if (schema['x-kubernetes-int-or-string']) return DYN;
  switch (isResource ? 'object' : schema.type) {
    case 'array': {
      const items = itemSchema(schema);
      const item = items && celSchemaType(items);
      return item && { kind: 'list', item };
    }
    case 'object':
      return objectType(schema, isResource);
    case 'string':
      return TYPED_FORMATS.get(schema.format ?? '') ?? STRING;
    case 'boolean':
      return BOOL;
    case 'number':
      return { kind: 'double' };
    case 'integer':
      return INT;
    default:
      return undefined;
  }
}

function objectType(schema: JSONSchemaProps, isResource: boolean): CelType | undefined {
  const other = otherSchema(schema);
  if (other) {
    const value = celSchemaType(other);
    return value && { kind: 'map', key: STRING, value };
  }
  const fields = new Map<string, CelType>();
  for (const [name, property] of Object.entries(schema.properties ?? {})) {
    const [field, type] = [celFieldName(name), celSchemaType(property)];
    if (field !== undefined && type) fields.set(field, type);
  }
  if (isResource) for (const name of ['apiVersion', 'kind']) fields.set(name, STRING);
  if (isResource) fields.set('metadata', METADATA);
  return { kind: 'object', fields };
}
