import { FieldPath } from '../../../../lib/validation/field-path';
import { defaultFindings, hasSoundDefaults } from '../../../../lib/validation/rules/server/default-findings';
import { rootNode, type SchemaNode } from '../../../../lib/validation/rules/server/schema-node';

const at = FieldPath.root.child('schema');
const field = (schema: object, change: Partial<SchemaNode> = {}): SchemaNode => ({
  ...rootNode(schema, at),
  role: 'field',
  ...change,
});
const found = (node: SchemaNode) => defaultFindings(node, 36).map(({ field: place, reason }) => `${place}: ${reason}`);
const bad = { type: 'integer', default: 'a' };

test.each<[string, SchemaNode, string[]]>([
  ['none', field({ type: 'string' }), []],
  ['one that fits at sight', field({ type: 'string', default: '' }), []],
  ['one of another type', field(bad), ['schema.openAPIV3Schema.default: FieldValueTypeInvalid']],
  ['one of metadata', field(bad, { insideMeta: true }), []],
  ['one of a condition', field(bad, { role: 'condition' }), []],
  ['one of the entries of a map', field(bad, { at: at.child('additionalProperties') }), []],
  [
    'one of a field of that name',
    field(bad, { at: at.down('properties', 'additionalProperties') }),
    ['schema.properties.additionalProperties.default: FieldValueTypeInvalid'],
  ],
  [
    'a whole number of more than 64 bits',
    field({ type: 'integer', default: 2 ** 64 }),
    ['schema.openAPIV3Schema.default: FieldValueTypeInvalid'],
  ],
])('%s', (_name, node, expected) => expect(found(node)).toEqual(expected));

test('all are looked at', () => {
  const root = (a: object) => rootNode({ type: 'object', properties: { a } }, at);
  expect([hasSoundDefaults(root(bad), 36), hasSoundDefaults(root({ type: 'integer', default: 1 }), 36)]).toEqual([
    false,
    true,
  ]);
});
