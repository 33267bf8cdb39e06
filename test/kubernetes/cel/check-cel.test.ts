import { type CelType, DYN, INT, STRING, typeName } from '../../../lib/kubernetes/cel/cel-type';
import { CelTypeError, checkCel } from '../../../lib/kubernetes/cel/check-cel';
import { parseCel } from '../../../lib/kubernetes/cel/parse-cel';

const list = (item: CelType): CelType => ({ kind: 'list', item });
const fields = (named: Record<string, CelType>): CelType => ({
  kind: 'object',
  fields: new Map(Object.entries(named)),
});
const self = fields({
  s: STRING,
  i: INT,
  d: { kind: 'double' },
  x: DYN,
  t: { kind: 'timestamp' },
  u: { kind: 'duration' },
  ls: list(STRING),
  li: list(INT),
  lo: list(fields({ k: STRING, v: INT })),
  m: { kind: 'map', key: STRING, value: INT },
  o: fields({ s: STRING }),
});

function typeOf(expression: string): string {
  const node = parseCel(expression);
  if (node === undefined) return 'malformed';
  try {
    return typeName(checkCel(node, { name: 'self', type: self }));
  } catch (error) {
    if (error instanceof CelTypeError) return 'refused';
    throw error;
  }
}

test.each<[string, string]>([
  ['self.s', 'string'],
  ['self.?s', 'optional_type(string)'],
  ['self.?o.s', 'optional_type(string)'],
  ['self.m.a', 'int'],
  ["self.m[?'a']", 'optional_type(int)'],
  ['self.lo[0].k', 'string'],
  ['self.x.a[1]', 'dyn'],
  ['[1, 2]', 'list(int)'],
  ["{'a': 1.5}", 'map(string, double)'],
  ['1u', 'uint'],
  ["b'a'", 'bytes'],
  ['self.i + 1', 'int'],
  ['self.t - self.t', 'duration'],
  ['self.t + self.u', 'timestamp'],
  ['self.i < self.d && 1u < 2', 'bool'],
  ['self.t == null', 'bool'],
  ["self.x == 'a' || self.x == 1", 'bool'],
  ['type(self.x) == string', 'bool'],
  ['self.ls.all(x, x.size() > 1)', 'bool'],
  ['self.m.all(k, v, v > 0 && k.size() > 0)', 'bool'],
  ['self.lo.map(x, x.v > 1, x.k)', 'list(string)'],
  ['self.lo.filter(x, x.v > 1)[0].v', 'int'],
  ['self.m.map(k, k)', 'list(string)'],
  ["self.?s.orValue('a')", 'string'],
  ['self.?s.orValue(dyn(1))', 'dyn'],
  ['self.?o.optMap(o, o.s)', 'optional_type(string)'],
  ['quantity(self.s).add(1).isGreaterThan(quantity(self.s))', 'bool'],
  ["url(self.s).getQuery()['a'][0]", 'string'],
  ['self.li.sum()', 'int'],
  ['sets.contains(self.ls, [])', 'bool'],
  ["'%s %d'.format(['a', 1])", 'string'],
  ['format.dns1123Label().validate(self.s).hasValue()', 'bool'],
  ['has(self.o.s)', 'bool'],
  ['self.i > 0 ? self.s : self.o.s', 'string'],
  ['authorizer.group(self.s)', 'refused'],
])('%s is of type %s', (expression, type) => expect(typeOf(expression)).toBe(type));

test.each([
  'self.a',
  'self.s.a',
  'has(self.a)',
  'self.?a',
  "self['s']",
  'self.ls.k',
  "self.ls['a']",
  'self.m[1]',
  'self.s == 1',
  'self.s == null',
  'self.i == self.d',
  'self.s < 1',
  'self.ls < self.ls',
  'self.s + 1',
  "self.s - 'a'",
  'self.d % 2.0',
  '!self.s',
  '-self.s',
  'self.s && true',
  'self.i ? 1 : 2',
  "self.i > 0 ? 1 : 'a'",
  '1 in self.ls',
  "'s' in self.o",
  "[1, 'a']",
  "{'a': 1, 'b': 'c'}",
  'size(self.i)',
  'self.i.size()',
  'self.s.size(1)',
  'self.s.startWith(self.s)',
  'length(self.s)',
  'math.greatest(1, 2)',
  'self.s.all(x, true)',
  'self.o.all(x, true)',
  'self.ls.all(x, x)',
  'self.ls.all(x, x > 1)',
  'self.li.exists(i, v, v)',
  'self.ls.sum()',
  'self.?s.orValue(1)',
  'self.s.orValue(1)',
  'quantity(self.i)',
  'sets.contains(self.ls, [1])',
])('%s is refused', (expression) => expect(typeOf(expression)).toBe('refused'));
