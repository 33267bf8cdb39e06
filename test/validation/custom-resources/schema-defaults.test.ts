import type { JSONSchemaProps } from '../../../lib/kubernetes/generated/decoded';
import { applySchemaDefaults } from '../../../lib/validation/custom-resources/schema-defaults';

const object = (properties: Record<string, JSONSchemaProps>, more: JSONSchemaProps = {}): JSONSchemaProps => ({
  type: 'object',
  properties,
  ...more,
});
const text: JSONSchemaProps = { type: 'string' };
const one: JSONSchemaProps = { type: 'integer', default: 1 };

const cases: [name: string, schema: JSONSchemaProps, given: unknown, expected: unknown][] = [
  ['an absent field gets its default', object({ a: one }), {}, { a: 1 }],
  ['a field that is there keeps its value', object({ a: one }), { a: 0 }, { a: 0 }],
  [
    'false and the empty text are defaults too',
    object({ a: { default: false }, b: { default: '' } }),
    {},
    { a: false, b: '' },
  ],
  ['null becomes the default', object({ a: one }), { a: null }, { a: 1 }],
  ['null without default is dropped', object({ a: text }), { a: null }, {}],
  ['null stays where it is allowed', object({ a: { ...one, nullable: true } }), { a: null }, { a: null }],
  ['null stays where nothing is known of it', object({}), { a: null }, { a: null }],
  ['defaults fill defaults', object({ a: object({ b: one }, { default: {} }) }), {}, { a: { b: 1 } }],
  ['defaults do not make what surrounds them', object({ a: object({ b: one }) }), {}, {}],
  ['items get their defaults', { items: object({ a: one }) }, [{}, { a: 2 }], [{ a: 1 }, { a: 2 }]],
  ['a null item becomes the default', { items: one }, [null], [1]],
  ['a null item without default stays', { items: text }, [null], [null]],
  ['entries of maps', object({}, { additionalProperties: object({ a: one }) }), { x: {} }, { x: { a: 1 } }],
  ['a null entry is dropped', object({}, { additionalProperties: text }), { x: null }, {}],
  ['a null entry becomes the default', object({}, { additionalProperties: one }), { x: null }, { x: 1 }],
  [
    'a named property is not one of the others',
    object({ a: text }, { additionalProperties: one }),
    { a: 'x' },
    { a: 'x' },
  ],
  ['a name that JavaScript knows', object({ constructor: one, toString: one }), {}, { constructor: 1, toString: 1 }],
];

test.each(cases)('%s', (_name, schema, given, expected) => {
  applySchemaDefaults(given, schema);
  expect(given).toEqual(expected);
});

test('defaults are copies', () => {
  const schema = object({ a: { default: { list: [] } } });
  const [first, second] = [{}, {}] as { a?: { list: unknown[] } }[];
  for (const value of [first, second]) applySchemaDefaults(value, schema);
  first?.a?.list.push(1);
  expect(second).toEqual({ a: { list: [] } });
});
