import type { JSONSchemaProps } from '../../../lib/kubernetes/generated/decoded';
import { listTypeFindings } from '../../../lib/validation/custom-resources/list-types';
import { FieldPath } from '../../../lib/validation/field-path';

const set: JSONSchemaProps = { 'x-kubernetes-list-type': 'set', items: {} };
const map = (...keys: string[]): JSONSchemaProps => ({
  'x-kubernetes-list-type': 'map',
  'x-kubernetes-list-map-keys': keys,
  items: {},
});

const cases: [name: string, schema: JSONSchemaProps, list: unknown[], expected: string[]][] = [
  ['any list may repeat', { items: {} }, [1, 1], []],
  ['an atomic list as well', { 'x-kubernetes-list-type': 'atomic', items: {} }, [1, 1], []],
  ['a set of scalars', set, ['a', 'b', 'a', 'a'], ['[2]: FieldValueDuplicate']],
  ['text is no number', set, ['1', 1, 'true', true, 'null', null], []],
  [
    'a set of objects, in any order of fields',
    set,
    [
      { a: 1, b: 2 },
      { b: 2, a: 1 },
    ],
    ['[1]: FieldValueDuplicate'],
  ],
  [
    'a set of lists',
    set,
    [
      [1, 2],
      [2, 1],
      [1, 2],
    ],
    ['[2]: FieldValueDuplicate'],
  ],
  [
    'a map by a key',
    map('name'),
    [
      { name: 'a', x: 1 },
      { name: 'a', x: 2 },
    ],
    ['[1]: FieldValueDuplicate'],
  ],
  ['an absent key is a key', map('name'), [{ name: 'a' }, {}, { x: 1 }, null], ['[2]: FieldValueDuplicate']],
  [
    'a map by two keys',
    map('port', 'protocol'),
    [
      { port: 1, protocol: 'TCP' },
      { port: 1, protocol: 'UDP' },
      { port: 1, protocol: 'TCP' },
    ],
    ['[2]: FieldValueDuplicate'],
  ],
  ['a map holds objects', map('name'), [{ name: 'a' }, 'b', 'c'], ['[1]: FieldValueInvalid']],
  ['inside of lists', { items: set }, [['a'], ['a', 'a']], ['[1][1]: FieldValueDuplicate']],
  ['inside of fields', { items: { properties: { x: set } } }, [{ x: [1, 1] }], ['[0].x[1]: FieldValueDuplicate']],
  ['inside of maps', { items: { additionalProperties: set } }, [{ x: [1, 1] }], ['[0][x][1]: FieldValueDuplicate']],
];

test.each(cases)('%s', (_name, schema, list, expected) => {
  const found = listTypeFindings(list, schema, FieldPath.root);
  expect(found.map(({ field, reason }) => `${field}: ${reason}`)).toEqual(expected);
});
