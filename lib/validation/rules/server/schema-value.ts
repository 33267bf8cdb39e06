import type { JSONSchemaProps } from '../../../kubernetes/generated/decoded';
import { readGoPattern } from '../../../kubernetes/go-pattern';
import { FieldPath } from '../../field-path';
import { invalid, notSupported, required, tooLong, tooMany, typeInvalid } from '../../finding';
import type { Report } from '../../rule';
import { isSchema } from './schema-node';

type JsonObject = Readonly<Record<string, unknown>>;

/**
 * Reports where a value does not fit a structural schema; formats are not looked at.
 *
 * Follows k8s.io/kube-openapi pkg/validation/validate and k8s.io/apiextensions-apiserver
 * pkg/apiserver/validation/validation.go ValidateCustomResource, which gives each fault its reason.
 */
export function reportValue(value: unknown, schema: JSONSchemaProps, at: FieldPath, report: Report): void {
  if (value === null && schema.nullable) return;
  const isOk = schema['x-kubernetes-int-or-string']
    ? typeof value === 'string' || Number.isInteger(value)
    : !schema.type || hasType(value, schema.type);
  if (!isOk) {
    report(typeInvalid(at, value, `must be of type ${schema.type ?? 'integer or string'}`));
    return;
  }
  if (schema.enum?.length && !schema.enum.some((choice) => isEqual(choice, value)))
    report(notSupported(at, value, schema.enum.map(String)));
  if (typeof value === 'string') reportText(value, schema, at, report);
  else if (typeof value === 'number') reportNumber(value, schema, at, report);
  else if (Array.isArray(value)) reportList(value, schema, at, report);
  else if (typeof value === 'object' && value !== null) reportObject(value as JsonObject, schema, at, report);
  reportConditions(value, schema, at, report);
}

/** Whether the server would drop fields of a value. Follows pkg/apiserver/schema/pruning Prune. */
export function hasUnknownFields(value: unknown, schema: JSONSchemaProps | undefined): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const keeps = schema?.['x-kubernetes-preserve-unknown-fields'] === true;
  if (Array.isArray(value)) {
    const items = schema && isSchema(schema.items) ? schema.items : undefined;
    return value.some((item) => (keeps && items === undefined ? false : hasUnknownFields(item, items)));
  }
  return Object.entries(value).some(([name, item]) => {
    const known = schema?.properties?.[name];
    if (known !== undefined) return hasUnknownFields(item, known);
    const others = schema?.additionalProperties;
    if (isSchema(others)) return hasUnknownFields(item, others);
    if (keeps || (schema?.['x-kubernetes-embedded-resource'] && META_FIELDS.has(name))) return false;
    return others === undefined || hasUnknownFields(item, undefined);
  });
}

const META_FIELDS = new Set(['apiVersion', 'kind', 'metadata']);

function hasType(value: unknown, type: string): boolean {
  if (type === 'array') return Array.isArray(value);
  if (type === 'object') return typeof value === 'object' && value !== null && !Array.isArray(value);
  if (type === 'integer') return Number.isInteger(value);
  return typeof value === type;
}

function reportText(value: string, schema: JSONSchemaProps, at: FieldPath, report: Report): void {
  const length = [...value].length;
  const { minLength = 0, maxLength, pattern } = schema;
  if (maxLength !== undefined && length > maxLength) report(tooLong(at, maxLength));
  if (length < minLength) report(invalid(at, value, `should be at least ${minLength} chars long`));
  if (pattern && !matches(value, pattern)) report(invalid(at, value, `should match ${pattern}`));
}

/** Whether a text matches; true where the expression cannot be read, which is a finding of its own. */
function matches(value: string, pattern: string): boolean {
  return readGoPattern(pattern)?.test(value) ?? true;
}

function reportNumber(value: number, schema: JSONSchemaProps, at: FieldPath, report: Report): void {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf } = schema;
  if (maximum !== undefined && (exclusiveMaximum ? value >= maximum : value > maximum))
    report(invalid(at, value, `should be less than ${exclusiveMaximum ? '' : 'or equal to '}${maximum}`));
  if (minimum !== undefined && (exclusiveMinimum ? value <= minimum : value < minimum))
    report(invalid(at, value, `should be greater than ${exclusiveMinimum ? '' : 'or equal to '}${minimum}`));
  if (multipleOf && Number.isInteger(multipleOf) && value % multipleOf !== 0)
    report(invalid(at, value, `should be a multiple of ${multipleOf}`));
}

function reportList(value: readonly unknown[], schema: JSONSchemaProps, at: FieldPath, report: Report): void {
  const { items, minItems = 0, maxItems } = schema;
  if (value.length < minItems) report(invalid(at, value, `should have at least ${minItems} items`));
  if (maxItems !== undefined && value.length > maxItems) report(tooMany(at, value.length, maxItems));
  if (isSchema(items))
    value.forEach((item, index) => {
      reportValue(item, items, at.index(index), report);
    });
}

function reportObject(value: JsonObject, schema: JSONSchemaProps, at: FieldPath, report: Report): void {
  const { minProperties = 0, maxProperties, properties, additionalProperties } = schema;
  const names = Object.keys(value);
  if (names.length < minProperties) report(invalid(at, value, `should have at least ${minProperties} properties`));
  if (maxProperties !== undefined && names.length > maxProperties) report(tooMany(at, names.length, maxProperties));
  for (const name of schema.required ?? [])
    if (!Object.hasOwn(value, name) && properties?.[name]?.default === undefined) report(required(at.child(name)));
  for (const name of names) {
    const own = properties?.[name] ?? (isSchema(additionalProperties) ? additionalProperties : undefined);
    if (own) reportValue(value[name], own, at.child(name), report);
  }
}

function reportConditions(value: unknown, schema: JSONSchemaProps, at: FieldPath, report: Report): void {
  const { allOf = [], anyOf = [], oneOf = [], not } = schema;
  for (const part of allOf) reportValue(value, part, at, report);
  if (anyOf.length > 0 && !anyOf.some((part) => fits(value, part)))
    report(invalid(at, value, 'must match one of anyOf'));
  if (oneOf.length > 0 && oneOf.filter((part) => fits(value, part)).length !== 1)
    report(invalid(at, value, 'must match exactly one of oneOf'));
  if (not && fits(value, not)) report(invalid(at, value, 'must not match not'));
}

function fits(value: unknown, schema: JSONSchemaProps): boolean {
  let faults = 0;
  reportValue(value, schema, FieldPath.root, () => {
    faults += 1;
  });
  return faults === 0;
}

function isEqual(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
