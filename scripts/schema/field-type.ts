import { type Property, typeName } from './definitions';

const SPECIAL: Record<string, string> = {
  'api.resource.Quantity': 'quantity',
  'util.intstr.IntOrString': 'int-or-string',
  'meta.v1.Time': 'time',
  'meta.v1.MicroTime': 'micro-time',
  'meta.v1.FieldsV1': 'object',
  'pkg.runtime.RawExtension': 'object',
  'apiextensions.v1.JSON': 'json',
  'apiextensions.v1.JSONSchemaPropsOrArray': 'schema-or-array',
  'apiextensions.v1.JSONSchemaPropsOrBool': 'schema-or-boolean',
  'apiextensions.v1.JSONSchemaPropsOrStringArray': 'schema-or-strings',
};

/** The notation of a property's type in the table: `string`, `int32`, `[]core.v1.Container`, `{}quantity` ... */
export function fieldType(property: Property): string {
  if (property.$ref) {
    const name = typeName(property.$ref);
    return SPECIAL[name] ?? name;
  }
  if (property.type === 'array') return `[]${fieldType(property.items ?? {})}`;
  if (property.type === 'object')
    return property.additionalProperties ? `{}${fieldType(property.additionalProperties)}` : 'object';
  if (property.type === 'integer' || property.type === 'number') return property.format ?? 'int64';
  if (property.type === 'string') return property.format === 'byte' ? 'bytes' : 'string';
  if (property.type === 'boolean') return 'boolean';
  throw new Error(`no notation for ${JSON.stringify(property)}`);
}

/** Whether a definition is written as one of the special notations and so needs no row of its own. */
export function isSpecial(name: string): boolean {
  return name in SPECIAL;
}
