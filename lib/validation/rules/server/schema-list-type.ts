import type { JSONSchemaProps } from '../../../kubernetes/generated/decoded';
import type { FieldPath } from '../../field-path';
import { type Finding, forbidden, invalid, notSupported, required } from '../../finding';
import { defineRules, type Report } from '../../rule';
import { didYouMean } from './did-you-mean';
import { isSchema, type SchemaCheck, visitSchemas } from './schema-node';

const LIST_TYPES = ['atomic', 'set', 'map'];
const MAP_TYPES = ['atomic', 'granular'];
const SOURCE =
  'k8s.io/apiextensions-apiserver pkg/apis/apiextensions/validation/validation.go ValidateCustomResourceDefinitionOpenAPISchema';

const validListType: SchemaCheck = ({ schema, at }, report) => {
  const listType = schema['x-kubernetes-list-type'];
  if (listType === undefined) return;
  if (schema.type !== 'array')
    report(wrongType(schema.type, at, 'must be array if x-kubernetes-list-type is specified'));
  else if (listType === 'set') reportUnmergeable(schema, at, report);
  const field = at.child('x-kubernetes-list-type');
  if (!LIST_TYPES.includes(listType))
    report(notSupported(field, listType, LIST_TYPES, didYouMean(listType, LIST_TYPES)));
};

const validMapType: SchemaCheck = ({ schema, at }, report) => {
  const mapType = schema['x-kubernetes-map-type'];
  if (mapType === undefined) return;
  if (schema.type !== 'object')
    report(wrongType(schema.type, at, 'must be object if x-kubernetes-map-type is specified'));
  const field = at.child('x-kubernetes-map-type');
  if (!MAP_TYPES.includes(mapType)) report(notSupported(field, mapType, MAP_TYPES, didYouMean(mapType, MAP_TYPES)));
};

const validListMapKeys: SchemaCheck = ({ schema, at }, report) => {
  const keys = schema['x-kubernetes-list-map-keys'] ?? [];
  const listType = schema['x-kubernetes-list-type'];
  if (keys.length > 0 && listType !== 'map') {
    const field = at.child('x-kubernetes-list-type');
    const detail = 'must be map if x-kubernetes-list-map-keys is non-empty';
    report(listType === undefined ? required(field, detail) : invalid(field, listType, detail));
  }
  if (listType === 'map') reportKeys(keys, schema, at, report);
  if ((listType === 'map' || listType === 'set') && isSchema(schema.items) && schema.items.nullable)
    report(forbidden(at.down('items', 'nullable'), `cannot be nullable when the list is a ${listType}`));
};

/** What every schema is checked for as a list or a map. */
export const listTypeChecks: readonly SchemaCheck[] = [validListType, validMapType, validListMapKeys];

/** How the lists and maps of a custom resource are merged. */
export const schemaListTypeRules = defineRules([
  {
    id: 'valid-list-type',
    summary: 'x-kubernetes-list-type is atomic, set or map, of a schema of type array.',
    why: 'It tells how two versions of a list are merged.',
    fix: 'Write atomic, set or map beside type: array.',
    source: SOURCE,
    example: {
      bad: schemaExample('a: { type: array, items: { type: string }, x-kubernetes-list-type: bag }'),
      good: schemaExample('a: { type: array, items: { type: string }, x-kubernetes-list-type: set }'),
    },
    visit: {
      CustomResourceDefinition: visitSchemas(validListType),
    },
  },
  {
    id: 'valid-map-type',
    summary: 'x-kubernetes-map-type is atomic or granular, of a schema of type object.',
    why: 'It tells how two versions of an object are merged.',
    fix: 'Write atomic or granular beside type: object.',
    source: SOURCE,
    example: {
      bad: schemaExample('a: { type: object, x-kubernetes-map-type: bag }'),
      good: schemaExample('a: { type: object, x-kubernetes-map-type: atomic }'),
    },
    visit: {
      CustomResourceDefinition: visitSchemas(validMapType),
    },
  },
  {
    id: 'valid-list-map-keys',
    summary:
      'A list of type map has keys, which are fields of its items that are always there and hold a text or a number.',
    why: 'The keys tell the items apart.',
    fix: 'Name the fields in x-kubernetes-list-map-keys, and list them in required of the items.',
    source: `${SOURCE}, validateMapListKeysMapSet`,
    example: {
      bad: schemaExample(
        'a: { type: array, x-kubernetes-list-type: map, items: { type: object, properties: { b: { type: string } } } }',
      ),
      good: schemaExample(
        'a: { type: array, x-kubernetes-list-type: map, x-kubernetes-list-map-keys: [b], items: { type: object, required: [b], properties: { b: { type: string } } } }',
      ),
    },
    visit: {
      CustomResourceDefinition: visitSchemas(validListMapKeys),
    },
  },
]);

function schemaExample(properties: string): string {
  return `spec: { versions: [{ name: v1, storage: true, schema: { openAPIV3Schema: { type: object, properties: { ${properties} } } } }] }`;
}

function wrongType(type: string | undefined, at: FieldPath, detail: string): Finding {
  return type ? invalid(at.child('type'), type, detail) : required(at.child('type'), detail);
}

/** The items of a set are compared whole. */
function reportUnmergeable({ items }: JSONSchemaProps, at: FieldPath, report: Report): void {
  if (!isSchema(items)) return;
  const detail = 'must be atomic as item of a set';
  const listType = items['x-kubernetes-list-type'];
  const mapType = items['x-kubernetes-map-type'];
  if (items.type === 'array' && listType !== undefined && listType !== 'atomic')
    report(invalid(at.down('items', 'x-kubernetes-list-type'), listType, detail));
  if (items.type === 'object' && mapType !== 'atomic')
    report(invalid(at.down('items', 'x-kubernetes-map-type'), mapType, detail));
}

function reportKeys(keys: readonly string[], { items }: JSONSchemaProps, at: FieldPath, report: Report): void {
  const field = at.child('x-kubernetes-list-map-keys');
  const itemsAt = at.child('items');
  if (keys.length === 0) report(required(field, 'must not be empty if x-kubernetes-list-type is map'));
  if (items === undefined) report(required(itemsAt, 'must have a schema if x-kubernetes-list-type is map'));
  else if (!isSchema(items)) report(invalid(itemsAt, '', 'must be a single schema if x-kubernetes-list-type is map'));
  if (!isSchema(items)) return;
  if (items.type !== 'object')
    report(invalid(itemsAt.child('type'), items.type, 'must be object if x-kubernetes-list-type is map'));
  keys.forEach((key, index) => {
    const property = items.properties?.[key];
    if (items.type === 'object') {
      if (property === undefined) report(invalid(field, keys, 'entries must all be names of item properties'));
      if (keys.indexOf(key) < index) report(invalid(field, keys, 'must not contain duplicate entries'));
    }
    if (property) reportKey(property, items, key, itemsAt.child('properties').key(key), report);
  });
}

function reportKey(
  property: JSONSchemaProps,
  items: JSONSchemaProps,
  key: string,
  at: FieldPath,
  report: Report,
): void {
  const { type, nullable, default: byDefault } = property;
  if (items.type === 'object' && (type === 'array' || type === 'object'))
    report(invalid(at.child('type'), type, 'must be a scalar type for a list map key'));
  if (!items.required?.includes(key) && byDefault === undefined)
    report(required(at.child('default'), 'a list map key must be required or have a default'));
  if (nullable) report(forbidden(at.child('nullable'), 'a list map key cannot be nullable'));
}
