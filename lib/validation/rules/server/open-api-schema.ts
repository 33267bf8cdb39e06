import type { JSONSchemaProps } from '../../../kubernetes/generated/decoded';
import { forbidden, invalid, notSupported } from '../../finding';
import { defineRules, type Report } from '../../rule';
import { didYouMean } from './did-you-mean';
import { type SchemaCheck, type SchemaNode, visitRoots, visitSchemas } from './schema-node';

const TYPES = ['array', 'boolean', 'integer', 'number', 'object', 'string'];
const SOURCE = 'k8s.io/apiextensions-apiserver pkg/apis/apiextensions/validation/validation.go';

/** What a status subresource leaves to say at the root, where it takes the status out of the schema. */
const ROOT_WORDS = new Set([
  'description',
  'type',
  'format',
  'title',
  'maximum',
  'exclusiveMaximum',
  'minimum',
  'exclusiveMinimum',
  'maxLength',
  'minLength',
  'pattern',
  'maxItems',
  'minItems',
  'uniqueItems',
  'multipleOf',
  'required',
  'items',
  'properties',
  'externalDocs',
  'example',
  'x-kubernetes-preserve-unknown-fields',
  'x-kubernetes-validations',
]);
/** The words that the server comes across before the type. */
const WORDS_BEFORE_TYPE = ['id', '$schema', '$ref'] as const;

const validType: SchemaCheck = ({ schema: { type }, at }, report) => {
  if (!type || TYPES.includes(type)) return;
  report(notSupported(at.child('type'), type, TYPES, didYouMean(type, TYPES)));
  if (type === 'null') report(forbidden(at.child('type'), 'type cannot be set to null, use nullable'));
};

const noKeyword: SchemaCheck = ({ schema, at }, report) => {
  for (const name of unsupportedWords(schema)) report(forbidden(at.child(name), `${name} is not supported`));
  if (schema.uniqueItems)
    report(forbidden(at.child('uniqueItems'), 'takes quadratic time; use x-kubernetes-list-type: set'));
};

const noMixedProperties: SchemaCheck = ({ schema: { properties, additionalProperties }, at }, report) => {
  if (additionalProperties === undefined || additionalProperties === true) return;
  for (const _ in properties) {
    report(forbidden(at.child('additionalProperties'), 'additionalProperties and properties are exclusive'));
    return;
  }
};

const validPreserve: SchemaCheck = ({ schema, at, insideMeta }, report) => {
  if (schema['x-kubernetes-preserve-unknown-fields'] === false)
    report(invalid(at.child('x-kubernetes-preserve-unknown-fields'), false, 'must be true or undefined'));
  if (insideMeta && schema['x-kubernetes-embedded-resource'])
    report(forbidden(at.child('x-kubernetes-embedded-resource'), 'must not be used inside of resource meta'));
};

/** What every schema is checked for as OpenAPI. */
export const openAPIChecks: readonly SchemaCheck[] = [validType, noKeyword, noMixedProperties, validPreserve];

/** The schema of a custom resource as OpenAPI. */
export const openAPISchemaRules = defineRules([
  {
    id: 'valid-schema-type',
    summary: 'The type of a schema is array, boolean, integer, number, object or string.',
    why: 'JSON has no other values; null is allowed by nullable: true.',
    fix: 'Write one of the six types.',
    source: `${SOURCE} specStandardValidatorV3.validate`,
    example: {
      bad: schemaExample('type: object, properties: { a: { type: text } }'),
      good: schemaExample('type: object, properties: { a: { type: string } }'),
    },
    visit: {
      CustomResourceDefinition: visitSchemas(validType),
    },
  },
  {
    id: 'no-schema-keyword',
    summary: 'A schema has neither references nor the other words of JSON Schema that Kubernetes does not support.',
    why: 'The server could not tell from it which fields an object has.',
    fix: 'Write the schema out in place, with properties, additionalProperties and items.',
    source: `${SOURCE} specStandardValidatorV3.validate, pkg/apiserver/schema/convert.go validateUnsupportedFields`,
    example: {
      bad: schemaExample("type: object, properties: { a: { type: object, $ref: '#/definitions/a' } }"),
      good: schemaExample('type: object, properties: { a: { type: object } }'),
    },
    visit: {
      CustomResourceDefinition: visitSchemas(noKeyword),
    },
  },
  {
    id: 'no-mixed-properties',
    summary: 'A schema has either properties or additionalProperties.',
    why: 'The former are for objects with known fields, the latter for maps.',
    fix: 'Remove additionalProperties; unknown fields are dropped anyway.',
    source: `${SOURCE} ValidateCustomResourceDefinitionOpenAPISchema`,
    example: {
      bad: schemaExample(
        'type: object, properties: { a: { type: object, properties: { b: { type: string } }, additionalProperties: false } }',
      ),
      good: schemaExample('type: object, properties: { a: { type: object, properties: { b: { type: string } } } }'),
    },
    visit: {
      CustomResourceDefinition: visitSchemas(noMixedProperties),
    },
  },
  {
    id: 'valid-preserve-unknown-fields',
    summary: 'x-kubernetes-preserve-unknown-fields is true or left out; no resource is embedded in metadata.',
    why: 'Unknown fields are dropped by default.',
    fix: 'Remove the extension.',
    source: `${SOURCE} ValidateCustomResourceDefinitionOpenAPISchema, specStandardValidatorV3.validate`,
    example: {
      bad: schemaExample('type: object, x-kubernetes-preserve-unknown-fields: false'),
      good: schemaExample('type: object, x-kubernetes-preserve-unknown-fields: true'),
    },
    visit: {
      CustomResourceDefinition: visitSchemas(validPreserve),
    },
  },
  {
    id: 'valid-schema-root',
    summary: 'The schema of a custom resource is not nullable, and with a status subresource it is plain.',
    why: 'The status is taken out of the schema, so what the rest says of the whole would not hold for it.',
    fix: 'Move conditions and extensions from the root to the fields.',
    source: `${SOURCE} validateCustomResourceDefinitionValidation`,
    example: { bad: schemaExample('type: object, nullable: true'), good: schemaExample('type: object') },
    visit: {
      CustomResourceDefinition: visitRoots((root, report, hasStatus) => {
        if (root.schema.nullable) report(forbidden(root.at.child('nullable'), 'cannot be true at the root'));
        if (hasStatus) reportUnlikeStatus(root, report);
      }),
    },
  },
]);

function schemaExample(schema: string): string {
  return `spec: { versions: [{ name: v1, storage: true, schema: { openAPIV3Schema: { ${schema} } } }] }`;
}

function unsupportedWords(schema: JSONSchemaProps): string[] {
  const words: string[] = [];
  const { id, additionalItems, patternProperties = {}, definitions = {}, dependencies, $ref, items } = schema;
  if (id) words.push('id');
  if (additionalItems !== undefined) words.push('additionalItems');
  if (Object.keys(patternProperties).length > 0) words.push('patternProperties');
  if (Object.keys(definitions).length > 0) words.push('definitions');
  if (dependencies !== undefined) words.push('dependencies');
  if ($ref !== undefined) words.push('$ref');
  if (Array.isArray(items) && items.length > 0) words.push('items');
  return words;
}

/** Reports the first thing, in the order of the server's fields, that cannot stand beside a status subresource. */
function reportUnlikeStatus({ schema, at }: SchemaNode, report: Report): void {
  const detail = 'is not allowed at the root of the schema if the status subresource is enabled';
  for (const word of WORDS_BEFORE_TYPE)
    if (schema[word] !== undefined) {
      report(invalid(at, '', `${word} ${detail}`));
      return;
    }
  if (schema.type && schema.type !== 'object') {
    report(invalid(at.child('type'), schema.type, 'only object is allowed if the status subresource is enabled'));
    return;
  }
  for (const word in schema)
    if (!ROOT_WORDS.has(word)) {
      report(invalid(at, '', `${word} ${detail}`));
      return;
    }
}
