import type { AnySchemaObject } from 'ajv';
import type { JSONSchemaProps } from '../../kubernetes/generated/decoded';
import { stringFormat } from './string-formats';

/** What a schema asks for beside what JSON Schema can say. */
export interface Remainder {
  /** The minor that reads it: some formats are known since one. */
  readonly minor: number;
  /** The string formats that it names. */
  readonly formats: Set<string>;
  /** The regular expressions that it names. */
  readonly patterns: Set<string>;
}

/** Keywords that mean the same in both; dates and numbers have no formats, unique items are not allowed. */
const SAME = [
  'required',
  'minLength',
  'maxLength',
  'minItems',
  'maxItems',
  'minProperties',
  'maxProperties',
  'multipleOf',
] as const;
const ALTERNATIVES = ['allOf', 'anyOf', 'oneOf'] as const;

/**
 * The schema of a custom resource as JSON Schema draft 7, which says of a value what the server says.
 *
 * Follows k8s.io/kube-openapi pkg/validation/validate: of null only the type and the enum are looked at, formats of
 * numbers are not; `allOf`, `anyOf`, `oneOf` and `not` are evaluated only for values of the right type, because
 * another finding is the whole story for all others.
 */
export function toJsonSchema(schema: JSONSchemaProps, remainder: Remainder): AnySchemaObject {
  const out: AnySchemaObject = {};
  const types = typesOf(schema, remainder);
  if (types.length > 0) out.type = schema.nullable ? [...types, 'null'] : types;
  for (const keyword of SAME) if (schema[keyword] !== undefined) out[keyword] = schema[keyword];
  if (types.includes('integer')) out[schema.type === 'integer' && schema.format === 'int32' ? 'int32' : 'int64'] = true;
  if (schema.enum) out.enum = schema.enum.length > 1 ? schema.enum.filter((value) => value !== null) : schema.enum;
  addBounds(schema, out);
  addTextKeywords(schema, types, out, remainder);
  addChildren(schema, out, remainder);
  const alternatives = alternativesOf(schema, remainder);
  if (Object.keys(alternatives).length > 0) {
    out.if = types.length > 0 ? { type: types } : { not: { type: 'null' } };
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
    out.then = alternatives;
  }
  return out;
}

const TYPES = new Set(['array', 'boolean', 'integer', 'number', 'object', 'string']);

/** The types of the values; a text with a format may be a list as well, which the server does not look at further. */
function typesOf({ type, format, ...schema }: JSONSchemaProps, { minor }: Remainder): string[] {
  if (type === 'string' && format && stringFormat(format, minor)) return ['string', 'array'];
  if (type) return TYPES.has(type) ? [type] : [];
  return schema['x-kubernetes-int-or-string'] ? ['integer', 'string'] : [];
}

function addBounds(schema: JSONSchemaProps, out: AnySchemaObject): void {
  const { minimum, maximum } = schema;
  if (minimum !== undefined) out[schema.exclusiveMinimum ? 'exclusiveMinimum' : 'minimum'] = minimum;
  if (maximum !== undefined) out[schema.exclusiveMaximum ? 'exclusiveMaximum' : 'maximum'] = maximum;
}

function addTextKeywords(
  { pattern, format }: JSONSchemaProps,
  types: readonly string[],
  out: AnySchemaObject,
  { patterns, formats }: Remainder,
): void {
  if (pattern) {
    out.pattern = pattern;
    patterns.add(pattern);
  }
  if (format && (types.length === 0 || types[0] === 'string')) {
    out.format = format;
    formats.add(format);
  }
}

function addChildren(schema: JSONSchemaProps, out: AnySchemaObject, remainder: Remainder): void {
  const { properties, additionalProperties, items } = schema;
  if (properties) {
    out.properties = Object.fromEntries(
      Object.entries(properties).map(([name, property]) => [name, toJsonSchema(property, remainder)]),
    );
  }
  if (typeof additionalProperties === 'object')
    out.additionalProperties = toJsonSchema(additionalProperties, remainder);
  if (items && !Array.isArray(items)) out.items = toJsonSchema(items, remainder);
}

function alternativesOf(schema: JSONSchemaProps, remainder: Remainder): AnySchemaObject {
  const out: AnySchemaObject = {};
  for (const keyword of ALTERNATIVES) {
    const list = schema[keyword];
    if (list?.length) out[keyword] = list.map((alternative) => toJsonSchema(alternative, remainder));
  }
  if (schema.not) out.not = toJsonSchema(schema.not, remainder);
  return out;
}
