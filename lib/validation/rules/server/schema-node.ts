import type { CustomResourceDefinition, JSONSchemaProps } from '../../../kubernetes/generated/decoded';
import type { FieldPath } from '../../field-path';
import type { Report } from '../../rule';
import { perVersion } from './per-version';

/**
 * What a schema is to those around it: the schema of the object, of list items, of a field or map entry; part of a
 * condition (`allOf`, `anyOf`, `oneOf`, `not`), or in a place that no structural schema has.
 */
export type SchemaRole = 'root' | 'items' | 'field' | 'condition' | 'other';

/** A schema somewhere in the schema of a custom resource. */
export interface SchemaNode {
  readonly schema: JSONSchemaProps;
  readonly at: FieldPath;
  readonly role: SchemaRole;
  /** Whether it is part of the metadata, the kind or the apiVersion of an object. */
  readonly insideMeta: boolean;
  /** Whether defaults cannot be set, because it is about what every object has or what is pruned before. */
  readonly noDefault: boolean;
  /** Whether its anyOf says that it is an integer or a string, which conditions otherwise cannot say. */
  readonly isIntOrString: boolean;
  /** Whether it is below a list whose items cannot be told apart, so that none has an old value. */
  readonly isUncorrelatable: boolean;
}

/** Looks at one schema. */
export type SchemaCheck = (node: SchemaNode, report: Report) => void;

const META_FIELDS = new Set(['apiVersion', 'kind', 'metadata']);

/** Looks at a whole schema; `hasStatus` tells whether a version that it is for has a status subresource. */
type RootCheck = (root: SchemaNode, report: Report, hasStatus: boolean, minor: number) => void;

/** A visit of a CustomResourceDefinition that looks at the whole schema of each version. */
export function visitRoots(check: RootCheck) {
  return (
    { spec = {} }: CustomResourceDefinition,
    _at: FieldPath,
    report: Report,
    { minor }: { readonly minor: number },
  ): void => {
    for (const { value, at, version } of perVersion(spec, 'schema')) {
      const schema = value?.openAPIV3Schema;
      if (schema === undefined) continue;
      const versions = version ? [version] : (spec.versions ?? []);
      const hasStatus = versions.some(({ subresources }) => subresources?.status !== undefined);
      check(rootNode(schema, at), report, hasStatus, minor);
    }
  };
}

/** The whole schema of a version; `at` is where the version has it. */
export function rootNode(schema: JSONSchemaProps, at: FieldPath): SchemaNode {
  return {
    schema,
    at: at.child('openAPIV3Schema'),
    role: 'root',
    insideMeta: false,
    noDefault: false,
    isIntOrString: saysIntOrString(schema.anyOf),
    isUncorrelatable: false,
  };
}

/** A visit of a CustomResourceDefinition that looks at every schema inside the schemas of its versions. */
export function visitSchemas(check: SchemaCheck) {
  return visitRoots((root, report) => walkSchema(root, (node) => check(node, report)));
}

const nodes = new WeakMap<JSONSchemaProps, readonly SchemaNode[]>();

/** Shows a schema and every schema inside of it. They are listed once, since many rules look at all of them. */
export function walkSchema(node: SchemaNode, visit: (node: SchemaNode) => void): void {
  let list = nodes.get(node.schema);
  if (list === undefined) {
    const found: SchemaNode[] = [];
    collect(node, found);
    list = found;
    nodes.set(node.schema, list);
  }
  list.forEach(visit);
}

/**
 * Lists a schema and every schema inside of it.
 *
 * Follows k8s.io/apiextensions-apiserver pkg/apis/apiextensions/validation/validation.go
 * ValidateCustomResourceDefinitionOpenAPISchema.
 */
function collect(node: SchemaNode, found: SchemaNode[]): void {
  found.push(node);
  const { schema, at, role, insideMeta } = node;
  const step: Step = (child, place, childRole, change = {}) => {
    const isIntOrString = childRole !== 'condition' && saysIntOrString(child.anyOf);
    const { noDefault, isUncorrelatable } = node;
    const inherited = { insideMeta, noDefault, isUncorrelatable };
    collect({ schema: child, at: place, role: childRole, ...inherited, isIntOrString, ...change }, found);
  };
  const inner = role === 'condition' || role === 'other' ? role : 'field';
  if (isSchema(schema.additionalProperties)) {
    const change = insideMeta ? { noDefault: true } : {};
    const place = at.child('additionalProperties');
    step(schema.additionalProperties, place, role === 'condition' ? 'other' : inner, change);
  }
  for (const name in schema.properties) {
    const child = schema.properties[name];
    if (child === undefined) continue;
    const isMeta = META_FIELDS.has(name) && (role === 'root' || schema['x-kubernetes-embedded-resource'] === true);
    const change = isMeta ? { insideMeta: true, noDefault: node.noDefault || role === 'root' } : {};
    step(child, at.child('properties').key(name), inner, change);
  }
  if (isSchema(schema.items)) {
    const isUncorrelatable = node.isUncorrelatable || schema['x-kubernetes-list-type'] !== 'map';
    step(schema.items, at.child('items'), inner === 'field' ? 'items' : inner, { isUncorrelatable });
  }
  walkConditions(node, step);
  walkUnsupported(schema, at, (child, place) => step(child, place, 'other'));
}

type Step = (child: JSONSchemaProps, place: FieldPath, role: SchemaRole, change?: Partial<SchemaNode>) => void;

function walkConditions({ schema, at, role, isIntOrString }: SchemaNode, step: Step): void {
  const condition = role === 'other' ? 'other' : 'condition';
  if (schema.not) step(schema.not, at.child('not'), condition);
  schema.allOf?.forEach((child, index) => {
    const first = role !== 'condition' && index === 0 && saysIntOrString(child.anyOf);
    step(child, at.child('allOf').index(index), condition, { isIntOrString: first });
  });
  schema.oneOf?.forEach((child, index) => {
    step(child, at.child('oneOf').index(index), condition);
  });
  schema.anyOf?.forEach((child, index) => {
    step(child, at.child('anyOf').index(index), isIntOrString ? 'other' : condition);
  });
}

function walkUnsupported(
  schema: JSONSchemaProps,
  at: FieldPath,
  step: (child: JSONSchemaProps, place: FieldPath) => void,
): void {
  for (const name of ['patternProperties', 'definitions', 'dependencies'] as const) {
    const schemas: Readonly<Record<string, JSONSchemaProps | string[]>> | undefined = schema[name];
    for (const key in schemas) {
      const child = schemas[key];
      if (isSchema(child)) step(child, at.child(name).key(key));
    }
  }
  if (isSchema(schema.additionalItems)) step(schema.additionalItems, at.child('additionalItems'));
  if (Array.isArray(schema.items))
    schema.items.forEach((child, index) => {
      step(child, at.child('items').index(index));
    });
}

/** Whether a value is a schema, where a list or a boolean may stand too. */
export function isSchema(value: JSONSchemaProps | boolean | unknown[] | undefined): value is JSONSchemaProps {
  return typeof value === 'object' && !Array.isArray(value);
}

/** Whether a condition is `[{ type: integer }, { type: string }]`. Follows pkg/apiserver/schema isIntOrStringAnyOfPattern. */
function saysIntOrString(anyOf: readonly JSONSchemaProps[] | undefined): boolean {
  return anyOf?.length === 2 && isOnlyType(anyOf[0], 'integer') && isOnlyType(anyOf[1], 'string');
}

/** What a structural schema does not keep. */
const UNKEPT = new Set(['externalDocs', 'example']);

function isOnlyType(schema: JSONSchemaProps = {}, type: string): boolean {
  if (schema.type !== type) return false;
  for (const name in schema) if (name !== 'type' && !UNKEPT.has(name)) return false;
  return true;
}

/** A visit of every schema; as the server does it, not of those with words that no structural schema has. */
export function visitStructural(check: SchemaCheck) {
  return visitRoots((root, report) => {
    if (isConvertible(root)) walkSchema(root, (node) => check(node, report));
  });
}

/** Whether a schema can be read as a structural one. Follows pkg/apiserver/schema/convert.go NewStructural. */
export function isConvertible(root: SchemaNode): boolean {
  let convertible = true;
  walkSchema(root, ({ schema }) => {
    const { id, $ref, $schema, patternProperties, definitions, dependencies, additionalItems, items } = schema;
    const unknown = id || $ref || $schema || additionalItems !== undefined;
    const maps = !isEmpty(patternProperties) || !isEmpty(definitions) || !isEmpty(dependencies);
    const list = Array.isArray(items) && items.length > 0;
    if (unknown || maps || list || schema['x-kubernetes-preserve-unknown-fields'] === false) convertible = false;
  });
  return convertible;
}

/** Whether there is nothing in a map. */
export function isEmpty(map: object | undefined): boolean {
  for (const _ in map) return false;
  return true;
}
