import type { JSONSchemaProps } from '../../../kubernetes/generated/decoded';
import { goRegExpFault } from '../../../kubernetes/go-reg-exp';
import { forbidden, invalid, required } from '../../finding';
import { defineRules, type Report } from '../../rule';
import { conditionChecks } from './schema-condition';
import { isConvertible, isEmpty, type SchemaCheck, type SchemaNode, visitStructural, walkSchema } from './schema-node';

const SOURCE = 'k8s.io/apiextensions-apiserver pkg/apiserver/schema/validation.go';

const requireType: SchemaCheck = ({ schema, at, role }, report) => {
  if (!isStructuralRole(role)) return;
  const { type = '' } = schema;
  const field = at.child('type');
  if (schema['x-kubernetes-embedded-resource'] && type !== 'object') {
    const detail = 'must be object if x-kubernetes-embedded-resource is true';
    report(type === '' ? required(field, detail) : invalid(field, type, detail));
  } else if (type === '') {
    if (!schema['x-kubernetes-int-or-string'] && !schema['x-kubernetes-preserve-unknown-fields'])
      report(required(field, 'must not be empty'));
  }
  if (role === 'root' && type !== '' && type !== 'object') report(invalid(field, type, 'must be object at the root'));
};

const requireItems: SchemaCheck = ({ schema, at, role }, report) => {
  const { items } = schema;
  const isAbsent = items === undefined || (Array.isArray(items) && items.length === 0);
  if (isStructuralRole(role) && schema.type === 'array' && isAbsent)
    report(required(at.child('items'), 'must be specified'));
};

const noAdditionalProperties: SchemaCheck = ({ schema, at, role }, report) => {
  if (schema.additionalProperties === undefined || !isStructuralRole(role)) return;
  const field = at.child('additionalProperties');
  if (role === 'root') report(forbidden(field, 'must not be used at the root'));
  if (schema['x-kubernetes-embedded-resource'])
    report(forbidden(field, 'must not be used if x-kubernetes-embedded-resource is set'));
};

const validExtensions: SchemaCheck = ({ schema, at, role }, report) => {
  if (!isStructuralRole(role)) return;
  const preserves = schema['x-kubernetes-preserve-unknown-fields'] === true;
  const embeds = schema['x-kubernetes-embedded-resource'] === true;
  if (schema['x-kubernetes-int-or-string']) {
    const detail = 'must be false if x-kubernetes-int-or-string is true';
    if (preserves) report(invalid(at.child('x-kubernetes-preserve-unknown-fields'), true, detail));
    if (embeds) report(invalid(at.child('x-kubernetes-embedded-resource'), true, detail));
  }
  if (embeds && !preserves && isEmpty(schema.properties))
    report(
      required(at.child('properties'), 'must not be empty for an embedded resource whose fields are not preserved'),
    );
};

const validMeta: SchemaCheck = ({ schema, at, role }, report) => {
  if (!isStructuralRole(role) || schema.properties === undefined) return;
  if (role !== 'root' && !schema['x-kubernetes-embedded-resource']) return;
  const { kind, apiVersion, metadata } = schema.properties;
  const field = at.child('properties');
  if (kind && kind.type !== 'string') report(invalid(field.key('kind').child('type'), kind.type, 'must be string'));
  if (apiVersion && apiVersion.type !== 'string')
    report(invalid(field.key('apiVersion').child('type'), apiVersion.type, 'must be string'));
  if (metadata === undefined) return;
  if (metadata.type !== 'object') report(invalid(field.key('metadata').child('type'), metadata.type, 'must be object'));
  if (role === 'root' && restrictsMore(metadata))
    report(forbidden(field.key('metadata'), 'must not specify anything other than name and generateName'));
};

const validPattern: SchemaCheck = ({ schema, at, role }, report) => {
  if (schema.pattern === undefined || role === 'other') return;
  const fault = goRegExpFault(schema.pattern);
  if (fault) report(invalid(at.child('pattern'), schema.pattern, `must be a valid regular expression: ${fault}`));
};

const CHECKS: readonly SchemaCheck[] = [
  requireType,
  requireItems,
  noAdditionalProperties,
  validExtensions,
  validMeta,
  validPattern,
  ...conditionChecks,
];

/** What the server needs to know of a schema to drop unknown fields and to set defaults. */
export const structuralSchemaRules = defineRules([
  {
    id: 'require-schema-type',
    summary: 'Every field, list item and map entry of a schema has a type, and the whole is an object.',
    why: 'The server keeps and defaults fields by their type.',
    fix: 'Write a type, or x-kubernetes-int-or-string or x-kubernetes-preserve-unknown-fields.',
    source: `${SOURCE} validateStructuralInvariants`,
    example: { bad: schemaExample('type: object, properties: { a: {} }'), good: schemaExample('type: object') },
    visit: { CustomResourceDefinition: visitStructural(requireType) },
  },
  {
    id: 'require-schema-items',
    summary: 'A schema of type array says in items what its items are.',
    why: 'The server could not keep the fields of the items.',
    fix: 'Add items, such as items: { type: string }.',
    source: `${SOURCE} validateStructuralInvariants`,
    example: {
      bad: schemaExample('type: object, properties: { a: { type: array } }'),
      good: schemaExample('type: object, properties: { a: { type: array, items: { type: string } } }'),
    },
    visit: { CustomResourceDefinition: visitStructural(requireItems) },
  },
  {
    id: 'no-additional-properties',
    summary: 'A custom resource, and a resource embedded in one, has no additionalProperties.',
    why: 'Every object has apiVersion, kind and metadata, so it is no map.',
    fix: 'Move additionalProperties to a field.',
    source: `${SOURCE} validateStructuralInvariants`,
    example: {
      bad: schemaExample('type: object, additionalProperties: { type: string }'),
      good: schemaExample('type: object, properties: { a: { type: object, additionalProperties: { type: string } } }'),
    },
    visit: { CustomResourceDefinition: visitStructural(noAdditionalProperties) },
  },
  {
    id: 'valid-schema-extensions',
    summary:
      'x-kubernetes-int-or-string stands alone, and a resource that is embedded has properties or keeps all fields.',
    why: 'A number or text has no fields to keep; without properties all fields of a resource would be dropped.',
    fix: 'Remove the extension that does not fit, or add x-kubernetes-preserve-unknown-fields: true.',
    source: `${SOURCE} validateExtensions, validateStructuralInvariants`,
    example: {
      bad: schemaExample('type: object, properties: { a: { type: object, x-kubernetes-embedded-resource: true } }'),
      good: schemaExample('type: object, properties: { a: { x-kubernetes-int-or-string: true } }'),
    },
    visit: { CustomResourceDefinition: visitStructural(validExtensions) },
  },
  {
    id: 'valid-schema-metadata',
    summary: 'Of metadata only name and generateName are restricted; apiVersion and kind are strings.',
    why: 'The server itself knows what every object has.',
    fix: 'Write metadata: { type: object }, or leave it out.',
    source: `${SOURCE} validateStructuralMetadataInvariants`,
    example: {
      bad: schemaExample(
        'type: object, properties: { metadata: { type: object, properties: { labels: { type: object } } } }',
      ),
      good: schemaExample('type: object, properties: { metadata: { type: object } }'),
    },
    visit: { CustomResourceDefinition: visitStructural(validMeta) },
  },
  {
    id: 'valid-schema-pattern',
    summary: 'The pattern of a schema is a regular expression that Go can read.',
    why: 'Go knows neither look-around nor back-references, so that every match takes linear time.',
    fix: 'Rewrite the expression; see https://github.com/google/re2/wiki/Syntax.',
    source: `${SOURCE} validateValueValidation`,
    example: {
      bad: schemaExample("type: object, properties: { a: { type: string, pattern: '[' } }"),
      good: schemaExample("type: object, properties: { a: { type: string, pattern: '^[a-z]+$' } }"),
    },
    visit: { CustomResourceDefinition: visitStructural(validPattern) },
  },
]);

function schemaExample(schema: string): string {
  return `spec: { versions: [{ name: v1, storage: true, schema: { openAPIV3Schema: { ${schema} } } }] }`;
}

/** Whether a schema has structure: all that the rules of this file ask for. */
export function isStructural(root: SchemaNode): boolean {
  if (!isConvertible(root)) return false;
  let faults = 0;
  const count: Report = () => {
    faults += 1;
  };
  walkSchema(root, (node) => {
    for (const check of CHECKS) check(node, count);
  });
  return faults === 0;
}

function isStructuralRole(role: SchemaNode['role']): boolean {
  return role === 'root' || role === 'items' || role === 'field';
}

const META_WORDS = new Set(['type', 'default', 'externalDocs', 'example', 'properties']);

function restrictsMore(metadata: JSONSchemaProps): boolean {
  for (const word in metadata) if (!META_WORDS.has(word) && !(word === 'enum' && isEmpty(metadata.enum))) return true;
  for (const name in metadata.properties) if (name !== 'name' && name !== 'generateName') return true;
  return false;
}
