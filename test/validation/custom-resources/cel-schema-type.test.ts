import { typeName } from '../../../lib/kubernetes/cel/cel-type';
import { celSchemaType } from '../../../lib/validation/custom-resources/cel-schema-type';

const name = (schema: object) => {
  const type = celSchemaType(schema);
  return type && typeName(type);
};

test.each<[object, string | undefined]>([
  [{ type: 'string' }, 'string'],
  [{ type: 'string', format: 'date-time' }, 'timestamp'],
  [{ type: 'string', format: 'ipv4' }, 'string'],
  [{ type: 'number' }, 'double'],
  [{ 'x-kubernetes-int-or-string': true }, 'dyn'],
  [{ type: 'array', items: { type: 'boolean' } }, 'list(bool)'],
  [{ type: 'object', additionalProperties: { type: 'integer' } }, 'map(string, int)'],
  [{ type: 'object', properties: {} }, 'object'],
  [{ 'x-kubernetes-preserve-unknown-fields': true }, undefined],
  [{ type: 'array', items: { 'x-kubernetes-preserve-unknown-fields': true } }, undefined],
])('%j', (schema, type) => expect(name(schema)).toBe(type));

test('the fields have names that can be spoken', () => {
  const schema = { type: 'object', properties: { 'a-b': { type: 'string' }, '1': { type: 'string' }, any: {} } };
  const type = celSchemaType(schema);
  expect(type?.kind === 'object' && [...type.fields.keys()]).toEqual(['a__dash__b']);
});

test('a resource has what every object has', () => {
  const type = celSchemaType({ type: 'object', properties: { spec: { type: 'string' } } }, true);
  expect(type?.kind === 'object' && [...type.fields.keys()]).toEqual(['spec', 'apiVersion', 'kind', 'metadata']);
});
