import type { JSONSchemaProps } from '../../../lib/kubernetes/generated/decoded';
import { schemaCheck } from '../../../lib/validation/custom-resources/schema-check';

const MINOR = 36;
const check = (schema: JSONSchemaProps, value: unknown) =>
  schemaCheck(schema, MINOR)
    .findings(value)
    .map(({ field, reason }) => `${field}: ${reason}`);

describe('each keyword', () => {
  const orWord: JSONSchemaProps = {
    'x-kubernetes-int-or-string': true,
    anyOf: [{ type: 'integer' }, { type: 'string' }],
  };
  const cases: [name: string, schema: JSONSchemaProps, valid: unknown[], invalid: unknown[], reason: string][] = [
    ['type string', { type: 'string' }, ['', 'a'], [1, true, null, [], {}], 'TypeInvalid'],
    ['type integer', { type: 'integer' }, [0, -1, 1e12], [1.5, '1'], 'TypeInvalid'],
    ['type number', { type: 'number' }, [0, 1.5], ['1'], 'TypeInvalid'],
    ['type boolean', { type: 'boolean' }, [true, false], ['true', 0], 'TypeInvalid'],
    ['type array', { type: 'array' }, [[], [1]], [{}, 'a'], 'TypeInvalid'],
    ['type object', { type: 'object' }, [{}], [[], null], 'TypeInvalid'],
    ['no type', {}, [1, 'a', null, [], {}], [], ''],
    ['nullable', { type: 'string', nullable: true }, [null, 'a'], [1], 'TypeInvalid'],
    ['int or string', orWord, [1, 'a'], [1.5, true, null], 'TypeInvalid'],
    ['nullable int or string', { ...orWord, nullable: true }, [1, 'a', null], [true], 'TypeInvalid'],
    ['enum', { enum: ['a', 1, { x: 1 }] }, ['a', 1, { x: 1 }], ['b', '1', null], 'NotSupported'],
    ['enum of a nullable value', { type: 'string', nullable: true, enum: ['a', null] }, ['a'], [null], 'NotSupported'],
    ['minLength', { minLength: 2 }, ['ab', 'éé', '👍👍', 1], ['a', '👍'], 'Invalid'],
    ['maxLength', { maxLength: 2 }, ['ab', '👍👍', 123], ['abc'], 'TooLong'],
    ['pattern', { pattern: '^[[:lower:]]+\\z' }, ['ab', 1], ['AB', 'a\n', ''], 'Invalid'],
    ['pattern anywhere', { pattern: 'b' }, ['abc'], ['ac'], 'Invalid'],
    ['pattern of any case', { pattern: '(?i)^ab$' }, ['AB'], ['b'], 'Invalid'],
    ['minimum', { minimum: 1 }, [1, 1.5, 'a'], [0.5], 'Invalid'],
    ['exclusive minimum', { minimum: 1, exclusiveMinimum: true }, [1.5], [1], 'Invalid'],
    ['maximum', { maximum: 1 }, [1, -5], [1.5], 'Invalid'],
    ['exclusive maximum', { maximum: 1, exclusiveMaximum: true }, [0], [1], 'Invalid'],
    ['multipleOf', { multipleOf: 2.5 }, [2.5, 4, 0, -2], [0.25, 3], 'Invalid'],
    ['multipleOf below one, to which no whole number fits', { multipleOf: 0.1 }, [0.3], [0.25, 1, 0], 'Invalid'],
    ['limits with fractions', { minimum: 0.5, maximum: 2.5 }, [0, 0.5, 2, 2.5], [0.4, 3, -1], 'Invalid'],
    ['limits of an integer with fractions', { type: 'integer', minimum: 0.5 }, [], [0, 1], 'Invalid'],
    ['enum of whole numbers', { enum: [1, 97] }, [1, 1.5], [2, true], 'NotSupported'],
    ['enum of texts, in which a number is a character', { enum: ['a'] }, ['a', 97], ['b', 98, 97.5], 'NotSupported'],
    ['minItems', { minItems: 1 }, [[1], {}], [[]], 'Invalid'],
    ['maxItems', { maxItems: 1 }, [[1], []], [[1, 2]], 'TooMany'],
    ['minProperties', { minProperties: 1 }, [{ a: 1 }], [{}], 'Invalid'],
    ['maxProperties', { maxProperties: 1 }, [{ a: 1 }], [{ a: 1, b: 2 }], 'TooMany'],
    ['not', { not: { required: ['a'] } }, [{}, null], [{ a: 1 }], 'Invalid'],
    ['format', { type: 'string', format: 'date' }, ['2026-01-31'], ['2026-02-30'], 'TypeInvalid'],
    ['unknown format', { type: 'string', format: 'colour' }, ['x'], [], ''],
    ['format of a text, which a list may stand for', { type: 'string', format: 'date' }, [[1]], [1], 'TypeInvalid'],
    ['format of a number', { type: 'integer', format: 'int32' }, [2 ** 31 - 1, -(2 ** 31)], [2 ** 31], 'Invalid'],
    ['integers have 64 bits', { type: 'integer' }, [2 ** 53, -(2 ** 63)], [2 ** 63], 'TypeInvalid'],
    ['a type that there is not', { type: 'text' }, [1, 'a'], [], ''],
  ];
  test.each(cases)('%s', (_name, schema, valid, invalid, reason) => {
    expect(valid.flatMap((value) => check(schema, value))).toEqual([]);
    expect(invalid.map((value) => check(schema, value))).toEqual(invalid.map(() => [`: FieldValue${reason}`]));
  });
});

describe('places', () => {
  const size: JSONSchemaProps = { type: 'integer' };
  const cases: [name: string, schema: JSONSchemaProps, value: unknown, expected: string[]][] = [
    ['a field', { properties: { a: size } }, { a: 'x' }, ['a: FieldValueTypeInvalid']],
    ['an item', { properties: { a: { items: size } } }, { a: [1, 'x'] }, ['a[1]: FieldValueTypeInvalid']],
    ['an entry of a map', { additionalProperties: size }, { x: 'x' }, ['x: FieldValueTypeInvalid']],
    [
      'a field with a slash and a tilde',
      { additionalProperties: size },
      { 'a/~b': 'x' },
      ['a/~b: FieldValueTypeInvalid'],
    ],
    [
      'an absent field',
      { properties: { a: { required: ['b', 'c'] } } },
      { a: {} },
      ['a.b: FieldValueRequired', 'a.c: FieldValueRequired'],
    ],
    [
      'a field that JavaScript knows',
      { required: ['constructor', 'toString'] },
      {},
      ['constructor: FieldValueRequired', 'toString: FieldValueRequired'],
    ],
    [
      'every one of them',
      { properties: { a: size, b: size } },
      { a: 'x', b: 'x' },
      ['a: FieldValueTypeInvalid', 'b: FieldValueTypeInvalid'],
    ],
  ];
  test.each(cases)('%s', (_name, schema, value, expected) => {
    expect(check(schema, value)).toEqual(expected);
  });
});

describe('alternatives', () => {
  const either = { oneOf: [{ required: ['a'] }, { required: ['b'] }] };
  const cases: [name: string, schema: JSONSchemaProps, value: unknown, expected: string[]][] = [
    ['one holds', either, { a: 1 }, []],
    ['none holds: the first is shown', either, { c: 1 }, [': FieldValueInvalid', 'a: FieldValueRequired']],
    ['both hold', either, { a: 1, b: 1 }, [': FieldValueInvalid']],
    [
      'two of three hold',
      { oneOf: [{ required: ['a'] }, { required: ['b'] }, { required: ['c'] }] },
      { a: 1, b: 1 },
      [': FieldValueInvalid'],
    ],
    [
      'the one with the fewest errors is shown',
      { anyOf: [{ required: ['a', 'b'] }, { required: ['c'] }] },
      {},
      [': FieldValueInvalid', 'c: FieldValueRequired'],
    ],
    [
      'apart for every item',
      { items: { type: 'object', ...either } },
      [{ a: 1 }, {}, { b: 1 }, { a: 1, b: 1 }],
      ['[1]: FieldValueInvalid', '[1].a: FieldValueRequired', '[3]: FieldValueInvalid'],
    ],
    [
      'inside of alternatives',
      { anyOf: [{ properties: { x: { anyOf: [{ required: ['a'] }, { required: ['b'] }] } } }] },
      { x: {} },
      [': FieldValueInvalid', 'x: FieldValueInvalid', 'x.a: FieldValueRequired'],
    ],
    [
      'all of them',
      { allOf: [{ required: ['a'] }, { required: ['b'] }] },
      {},
      ['a: FieldValueRequired', 'b: FieldValueRequired'],
    ],
    [
      'a field named anyOf',
      { properties: { anyOf: { properties: { x: { type: 'string' } } } } },
      { anyOf: { x: 1 } },
      ['anyOf.x: FieldValueTypeInvalid'],
    ],
    ['of null none is looked at', { nullable: true, type: 'object', ...either }, null, []],
    ['nor of a value of another type', { type: 'object', ...either }, 'x', [': FieldValueTypeInvalid']],
  ];
  test.each(cases)('%s', (_name, schema, value, expected) => {
    expect(check(schema, value).sort()).toEqual([...expected].sort());
  });
});

test.each([['(?=a)'], ['(a)\\1'], ['[']])('the pattern %s is reported, and refuses nothing', (pattern) => {
  const { findings, unchecked } = schemaCheck({ properties: { a: { pattern } } }, MINOR);
  expect(findings({ a: 'x' })).toEqual([]);
  expect(unchecked).toEqual([expect.stringContaining(pattern)]);
});

test('a pattern takes linear time', () => {
  const { findings } = schemaCheck({ pattern: '^(([a-z])+.)+[A-Z]([a-z])+$' }, MINOR);
  const start = performance.now();
  expect(findings('a'.repeat(50_000))).toHaveLength(1);
  expect(performance.now() - start).toBeLessThan(5000);
});

test('a schema of any sensible depth is compiled; a deeper one is reported', () => {
  const nested = (levels: number): JSONSchemaProps =>
    levels === 0 ? { type: 'integer' } : { type: 'object', properties: { a: nested(levels - 1) } };
  const value = (levels: number): unknown => (levels === 0 ? 'x' : { a: value(levels - 1) });
  expect(check(nested(98), value(98))).toHaveLength(1);
  expect(schemaCheck(nested(100), MINOR).unchecked).toHaveLength(1);
});

test('a schema is compiled once', () => {
  const schema = { type: 'object' };
  expect(schemaCheck(schema, MINOR)).toBe(schemaCheck(schema, MINOR));
});
