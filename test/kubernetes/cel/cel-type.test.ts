import {
  areDisjoint,
  BOOL,
  type CelType,
  DYN,
  INT,
  joined,
  STRING,
  typeName,
  UNKNOWN,
} from '../../../lib/kubernetes/cel/cel-type';

const NULL: CelType = { kind: 'null' };
const list = (item: CelType): CelType => ({ kind: 'list', item });
const map = (value: CelType): CelType => ({ kind: 'map', key: STRING, value });

test.each<[CelType, CelType, boolean]>([
  [INT, INT, false],
  [INT, STRING, true],
  [INT, DYN, false],
  [UNKNOWN, STRING, false],
  [NULL, STRING, true],
  [{ kind: 'timestamp' }, NULL, false],
  [list(INT), list(STRING), true],
  [list(INT), list(DYN), false],
  [map(INT), map(BOOL), true],
  [list(INT), map(INT), true],
  [{ kind: 'optional', of: INT }, INT, true],
])('types that no value is of together, or not', (a, b, disjoint) => {
  expect([areDisjoint(a, b), areDisjoint(b, a)]).toEqual([disjoint, disjoint]);
});

test.each<[CelType, CelType, string]>([
  [INT, { kind: 'int' }, 'int'],
  [INT, DYN, 'dyn'],
  [list(INT), list(INT), 'dyn'],
])('of two types', (a, b, name) => expect(typeName(joined(a, b))).toBe(name));

test('types have names', () => {
  expect(typeName(map(list({ kind: 'optional', of: INT })))).toBe('map(string, list(optional_type(int)))');
});
