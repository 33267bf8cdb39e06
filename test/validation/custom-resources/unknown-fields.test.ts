import type { JSONSchemaProps } from '../../../lib/kubernetes/generated/decoded';
import { unknownFields } from '../../../lib/validation/custom-resources/unknown-fields';

const object = (properties: Record<string, JSONSchemaProps> = {}, more: JSONSchemaProps = {}): JSONSchemaProps => ({
  type: 'object',
  properties,
  ...more,
});
const keeps = { 'x-kubernetes-preserve-unknown-fields': true };
const embeds = { 'x-kubernetes-embedded-resource': true };
const text: JSONSchemaProps = { type: 'string' };

const cases: [name: string, schema: JSONSchemaProps, given: unknown, expected: string[]][] = [
  ['known fields', object({ a: text }), { a: 'x' }, []],
  ['an unknown field', object({ a: text }), { b: 'x' }, ['b']],
  ['a null one', object(), { b: null }, ['b']],
  ['inside of known ones', object({ a: object() }), { a: { b: 1 } }, ['a.b']],
  ['inside of lists', object({ a: { items: object() } }), { a: [{}, { b: 1 }] }, ['a[1].b']],
  ['inside of lists of lists', object({ a: { items: { items: object() } } }), { a: [[{ b: 1 }]] }, ['a[0][0].b']],
  ['inside of maps', object({ a: object({}, { additionalProperties: object() }) }), { a: { x: { b: 1 } } }, ['a.x.b']],
  [
    'entries of a map of anything hold no objects',
    object({ a: { additionalProperties: true } }),
    { a: { x: 1, y: { b: 1 } } },
    ['a.y.b'],
  ],
  ['kept at one place', object({ a: object({}, keeps) }), { a: { b: { c: 1 } }, d: 1 }, ['d']],
  [
    'not kept inside of named fields',
    object({ a: object({ b: object() }, keeps) }),
    { a: { x: 1, b: { c: 1 } } },
    ['a.b.c'],
  ],
  [
    'kept in the items of a list',
    object({ a: { ...keeps, items: object({ b: object() }) } }),
    { a: [{ x: 1, b: { c: 1 } }] },
    ['a[0].b.c'],
  ],
  ['kept in a list without a schema for items', object({ a: keeps }), { a: [{ b: 1 }] }, []],
  ['apiVersion, kind and metadata of the object', object(), { apiVersion: 'x', kind: 'y', metadata: { z: 1 } }, []],
  [
    'apiVersion, kind and metadata of another object',
    object({ a: object() }),
    { a: { apiVersion: 'x' } },
    ['a.apiVersion'],
  ],
  [
    'apiVersion, kind and metadata of an embedded object',
    object({ a: object({}, embeds) }),
    { a: { kind: 'x', metadata: { z: 1 }, b: 1 } },
    ['a.b'],
  ],
  [
    'names that JavaScript knows',
    object(),
    { constructor: 1, toString: 1, hasOwnProperty: 1 },
    ['constructor', 'toString', 'hasOwnProperty'],
  ],
  ['__proto__', object(), JSON.parse('{"__proto__": {"b": 1}}'), ['__proto__']],
];

test.each(cases)('%s', (_name, schema, given, expected) => {
  expect(unknownFields(given, schema).map(({ field }) => field.toString())).toEqual(expected);
});

test.each([
  [{ siez: 1 }, 'Did you mean size?'],
  [{ shape: 1 }, 'Known here: size, colour.'],
  [{ size: 1, sizes: 1 }, 'Did you mean size?'],
])('%j: %s', (given, fix) => {
  expect(unknownFields(given, object({ size: text, colour: text }))[0]?.fix).toBe(fix);
});
