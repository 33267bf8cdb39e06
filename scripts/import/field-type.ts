import { type ImportedProperty, referenced } from './definition';
import { ENUMERATIONS } from './enumerations';

/** The types whose JSON is not what their definition says: scalars, free-form data and unions. */
export const SPECIAL_TYPES: Readonly<Record<string, { type: string; summary: string }>> = {
  'io.k8s.apimachinery.pkg.api.resource.Quantity': {
    type: 'number | string',
    summary: "An amount with an optional unit: `'100m'` is a tenth of a CPU, `'128Mi'` is 128 * 2^20 bytes.",
  },
  'io.k8s.apimachinery.pkg.util.intstr.IntOrString': {
    type: 'number | string',
    summary: "A whole number, or a string: the name of a port, or a percentage such as `'25%'`.",
  },
  'io.k8s.apimachinery.pkg.apis.meta.v1.Time': {
    type: 'string',
    summary: 'A moment in RFC 3339, to the second: `2026-01-31T12:00:00Z`.',
  },
  'io.k8s.apimachinery.pkg.apis.meta.v1.MicroTime': {
    type: 'string',
    summary: 'A moment in RFC 3339, to the microsecond: `2026-01-31T12:00:00.000000Z`.',
  },
  'io.k8s.apimachinery.pkg.runtime.RawExtension': {
    type: 'unknown',
    summary: 'Any object: its type belongs to the extension that reads it.',
  },
  'io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.JSON': { type: 'unknown', summary: 'Any JSON value.' },
  'io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.JSONSchemaPropsOrArray': {
    type: 'JSONSchemaProps | readonly JSONSchemaProps[]',
    summary: 'One schema, or a list of schemas.',
  },
  'io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.JSONSchemaPropsOrBool': {
    type: 'JSONSchemaProps | boolean',
    summary: 'A schema, or whether anything is allowed.',
  },
  'io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.JSONSchemaPropsOrStringArray': {
    type: 'JSONSchemaProps | readonly string[]',
    summary: 'A schema, or a list of property names.',
  },
};

/**
 * The TypeScript type of one field.
 * @param owner the TypeScript name of the type that the field belongs to
 */
export function fieldType(
  owner: string,
  field: string,
  property: ImportedProperty,
  names: ReadonlyMap<string, string>,
): string {
  const values = property.enum ?? ENUMERATIONS[`${owner}.${field}`];
  if (values && property.type === 'string') return values.map(quoted).join(' | ');
  const items = values ? `(${values.map(quoted).join(' | ')})` : undefined;
  return valueType(property, names, items);
}

/** A TypeScript string literal. */
export function quoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}

function valueType(property: ImportedProperty, names: ReadonlyMap<string, string>, items?: string): string {
  if (property.$ref) {
    const name = names.get(referenced(property.$ref));
    if (!name) throw new Error(`no definition for ${property.$ref}`);
    return name;
  }
  switch (property.type) {
    case 'array':
      return `readonly ${items ?? valueType(property.items ?? {}, names)}[]`;
    case 'object': {
      const value = property.additionalProperties ? valueType(property.additionalProperties, names) : 'unknown';
      return `{ readonly [key: string]: ${value} }`;
    }
    case 'integer':
    case 'number':
      return 'number';
    case 'string':
    case 'boolean':
      return property.type;
    default:
      return 'unknown';
  }
}
