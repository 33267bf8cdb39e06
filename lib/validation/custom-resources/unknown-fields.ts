import type { JSONSchemaProps } from '../../kubernetes/generated/decoded';
import { suggest } from '../../kubernetes/suggest';
import { FieldPath } from '../field-path';
import type { Finding } from '../finding';
import { isObject, itemSchema, otherSchema, propertySchema } from './child-schema';

/** The fields of every object and of every embedded one, which no schema needs to name. */
const META_FIELDS: ReadonlySet<string> = new Set(['apiVersion', 'kind', 'metadata']);
const MOST_NAMED = 12;

/**
 * The fields of a custom resource that its schema does not know, and that are not meant to be kept all the same.
 *
 * Follows k8s.io/apiextensions-apiserver pkg/apiserver/schema/pruning PruneWithOptions.
 */
export function unknownFields(value: unknown, schema: JSONSchemaProps): Finding[] {
  const found: Finding[] = [];
  prune(value, { ...schema, 'x-kubernetes-embedded-resource': true }, FieldPath.root, found);
  return found;
}

/** Whether a value that is part of an object has fields that its schema does not know, and that are not meant to be kept. */
export function hasUnknownFields(value: unknown, schema: JSONSchemaProps): boolean {
  const found: Finding[] = [];
  prune(value, schema, FieldPath.root, found);
  return found.length > 0;
}

function prune(value: unknown, schema: JSONSchemaProps | undefined, at: FieldPath, found: Finding[]): void {
  const keepsUnknown = schema?.['x-kubernetes-preserve-unknown-fields'] === true;
  if (Array.isArray(value)) {
    value.forEach((item, index) => {
      const items = itemSchema(schema);
      if (!keepsUnknown) prune(item, items, at.index(index), found);
      else if (items) prune(item, { ...items, 'x-kubernetes-preserve-unknown-fields': true }, at.index(index), found);
    });
  } else if (isObject(value)) {
    for (const name of Object.keys(value)) {
      if (schema?.['x-kubernetes-embedded-resource'] && META_FIELDS.has(name)) continue;
      const property = propertySchema(schema, name);
      const isNamed = property !== undefined || schema?.additionalProperties !== undefined;
      if (isNamed) prune(value[name], property ?? otherSchema(schema), at.child(name), found);
      else if (!keepsUnknown) found.push(unknownField(value, name, schema, at));
    }
  }
}

function unknownField(
  siblings: Readonly<Record<string, unknown>>,
  name: string,
  schema: JSONSchemaProps | undefined,
  at: FieldPath,
): Finding {
  const known = Object.keys(schema?.properties ?? {});
  const meant =
    suggest(
      name,
      known.filter((field) => !Object.hasOwn(siblings, field)),
    ) ?? suggest(name, known);
  const list = `Known here: ${known.slice(0, MOST_NAMED).join(', ')}${known.length > MOST_NAMED ? ' ...' : ''}.`;
  const fix = meant ? `Did you mean ${meant}?` : known.length > 0 ? list : 'Leave it out.';
  return { reason: 'UnknownField', field: at.child(name), detail: 'is not a field here', fix };
}
