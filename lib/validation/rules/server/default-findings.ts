import type { JSONSchemaProps } from '../../../kubernetes/generated/decoded';
import { embeddedResourceFindings, embeddedResources } from '../../custom-resources/embedded-resources';
import { schemaCheck } from '../../custom-resources/schema-check';
import { hasUnknownFields } from '../../custom-resources/unknown-fields';
import { ruleFindings } from '../../custom-resources/validation-rules';
import { type Finding, invalid } from '../../finding';
import { type SchemaNode, walkSchema } from './schema-node';

/**
 * What the server would refuse in the default of a schema, which has to fit the schema itself.
 *
 * Defaults of metadata, kind and apiVersion are not looked at; those below `additionalProperties` the server does not.
 * Follows k8s.io/apiextensions-apiserver pkg/apiserver/schema/defaulting/validation.go validate.
 */
export function defaultFindings({ schema: own, at, role, insideMeta }: SchemaNode, minor: number): Finding[] {
  if (own.default === undefined || insideMeta || !STRUCTURAL.has(role)) return [];
  if (isSoundAtSight(own) || isBelowMap(at)) return [];
  const schema = role === 'root' ? { ...own, 'x-kubernetes-embedded-resource': true } : own;
  const field = at.child('default');
  const unknown = hasUnknownFields(own.default, schema)
    ? [invalid(field, own.default, 'must not have unknown fields')]
    : [];
  const embedded = embeddedResources(own.default, schema, field).flatMap(embeddedResourceFindings);
  return [...unknown, ...(embedded.length > 0 ? embedded : misfits(own, field, minor, role === 'root'))];
}

/** Whether the defaults of a schema are all sound, without which the server does not look at its expressions. */
export function hasSoundDefaults(root: SchemaNode, minor: number): boolean {
  let isSound = true;
  walkSchema(root, (node) => {
    isSound &&= defaultFindings(node, minor).length === 0;
  });
  return isSound;
}

function misfits(schema: JSONSchemaProps, field: SchemaNode['at'], minor: number, isRoot: boolean): Finding[] {
  const check = schemaCheck(schema, minor);
  const found = check.findings(schema.default, field);
  if (found.length > 0 || !check.hasRules) return found;
  return [...ruleFindings(schema.default, schema, field, isRoot).findings];
}

const STRUCTURAL: ReadonlySet<string> = new Set(['field', 'items', 'root']);

function isBelowMap(at: SchemaNode['at']): boolean {
  const steps = at.segments();
  return steps.some((step, index) => step === 'additionalProperties' && steps[index - 1] !== 'properties');
}

/** The words of a schema that say nothing of a plain value. */
const SILENT_WORDS = new Set(['default', 'description', 'nullable', 'title', 'type']);

/** Whether there is nothing to check but the type, as of most defaults: compiling a schema takes time. */
function isSoundAtSight(schema: JSONSchemaProps): boolean {
  const { type, default: value } = schema;
  for (const word in schema) if (!SILENT_WORDS.has(word)) return false;
  if (type === 'integer') return Number.isSafeInteger(value);
  return (type === 'string' || type === 'boolean' || type === 'number') && typeof value === type;
}
