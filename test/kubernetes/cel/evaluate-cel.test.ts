import type { CelScope } from '../../../lib/kubernetes/cel/cel-scope';
import { CelError, CelUnsupported, type CelValue, isList, isMap, OPAQUE } from '../../../lib/kubernetes/cel/cel-value';
import { evaluateCel } from '../../../lib/kubernetes/cel/evaluate-cel';
import { parseCel } from '../../../lib/kubernetes/cel/parse-cel';

const FIELDS: Readonly<Record<string, CelValue | undefined>> = {
  size: 3n,
  ratio: 0.5,
  name: 'web-1',
  list: [1n, 2n, 3n],
  words: ['b', 'a'],
  map: new Map([['a', 1n]]),
  set: { kind: 'unordered', items: ['x', 'y'] },
  time: OPAQUE,
  absent: undefined,
};
const self: CelValue = {
  kind: 'object',
  knows: (field) => field in FIELDS,
  get: (field) => FIELDS[field],
};

/** The value of an expression on `self`, as JSON where it is a list or a map; `fails` and `unknown` where there is none. */
function evaluate(expression: string): unknown {
  const node = parseCel(expression);
  if (node === undefined) throw new Error(`not read: ${expression}`);
  const scope: CelScope = { name: 'self', value: self };
  try {
    return plain(evaluateCel(node, scope));
  } catch (error) {
    if (error instanceof CelError) return 'fails';
    if (error instanceof CelUnsupported) return 'unknown';
    throw error;
  }
}

function plain(value: CelValue): unknown {
  if (isList(value)) return value.map(plain);
  if (isMap(value)) return Object.fromEntries([...value].map(([key, item]) => [key, plain(item)]));
  return value;
}

const cases: [expression: string, value: unknown][] = [
  ['1 + 2 * 3 - 4', 3n],
  ['(1 + 2) * 3 == 9', true],
  ['7 / 2 == 3 && -7 / 2 == -3 && -7 % 2 == -1', true],
  ['1 / 0', 'fails'],
  ['self.size % 0', 'fails'],
  ['9223372036854775807 + 1', 'fails'],
  ['9223372036854775808', 'unknown'],
  ['0x10 == 16 && 1.5e1 == 15.0', true],
  ['1.0 / 4.0', 0.25],
  ['1 + 1.0', 'unknown'],
  ['1u', 'unknown'],
  ['--1', 1n],
  ['-self.ratio', -0.5],
  ['!!true', true],
  ["'a' + \"b\" + r'\\d' + '''c'''", 'ab\\dc'],
  ['"\\u00e9\\x41\\101\\n"', 'éAA\n'],
  ['"\\q"', 'unknown'],
  ["b'a'", 'unknown'],
  ["'a' < 'b' && 'B' < 'a' && !('a' < 'a')", true],
  ['[1, 2] + [3] == self.list', true],
  ["{'a': 1} == self.map", true],
  ['1 == 1.0', true],
  ["1 == '1'", false],
  ['null == null', true],
  ['true ? 1 : 1 / 0', 1n],
  ['false && 1 / 0 == 1', false],
  ['1 / 0 == 1 && false', false],
  ['1 / 0 == 1 || true', true],
  ['1 / 0 == 1 && true', 'fails'],
  ['nobody && false', false],
  ['nobody && true', 'unknown'],
  ['nobody || 1 / 0 == 1', 'unknown'],
  ['self.size', 3n],
  ['self.absent', 'fails'],
  ['self.unheard', 'unknown'],
  ['has(self.size) && !has(self.absent)', true],
  ['has(self.unheard)', 'unknown'],
  ['has(self.map.a) && !has(self.map.b)', true],
  ['self.map.b', 'fails'],
  ["self.map['a'] + self.list[0]", 2n],
  ['self.list[3]', 'fails'],
  ['self.list[-1]', 'fails'],
  ["self.map['b']", 'fails'],
  ["'a' in self.map && 2 in self.list && 'x' in self.set && !(4 in self.list)", true],
  ['self.list.all(x, x > 0)', true],
  ['self.list.all(x, 6 / (x - 1) > 0)', 'fails'],
  ['self.list.all(x, 6 / (x - 1) > 5)', false],
  ['self.list.exists(x, 6 / (x - 1) > 5)', true],
  ['self.list.exists_one(x, x == 2)', true],
  ['self.list.filter(x, x > 1).map(x, x * 2)', [4n, 6n]],
  ['self.list.map(x, x > 1, x * 2)', [4n, 6n]],
  ['self.map.all(k, self.map[k] == 1)', true],
  ['self.list.all(x, self.list.exists(y, x == y))', true],
  ['self.list.all(i, v, v > i)', 'unknown'],
  ['self.set.all(x, size(x) == 1)', true],
  ['self.set == self.set', 'unknown'],
  ['cel.bind(x, self.size, x * x)', 9n],
  ['size(self.list) + self.words.size() + size(self.map) + size(self.set) + size("é𝄞")', 10n],
  ["self.name.startsWith('web') && self.name.endsWith('1') && self.name.contains('b-')", true],
  ["self.name.matches('^[a-z]+-\\\\d$') && self.name.matches('eb')", true],
  ["self.name.matches('(?=a)')", 'unknown'],
  ["'aBé'.lowerAscii() + 'aBé'.upperAscii()", 'abéABé'],
  ["'a,b'.split(',').join('-') + ['c', 'd'].join()", 'a-bcd'],
  ["'banana'.replace('an', '$&')", 'b$&$&a'],
  ["'hello'.substring(1, 3) + 'hello'.substring(4)", 'elo'],
  ["'hello'.substring(3, 9)", 'fails'],
  ["'hello'.indexOf('l') + 'hello'.lastIndexOf('l')", 5n],
  ["'é'.indexOf('x')", 'unknown'],
  ["int('42') + int(1.9) + int(2)", 45n],
  ["int('4x')", 'fails'],
  ["string(42) + string(true) + string('x')", '42truex'],
  ['string(1.5)', 'unknown'],
  ['double(3) / 2.0', 1.5],
  ['self.list.isSorted() && !self.words.isSorted() && self.list.sum() == 6 && self.list.max() == 3', true],
  ['self.words.min()', 'a'],
  ['[].min()', 'fails'],
  ["quantity('1Gi').isGreaterThan(quantity('1G')) && quantity('1').compareTo(quantity('1000m')) == 0", true],
  ["quantity('x')", 'fails'],
  ["isQuantity('x') || !isQuantity('1Ki')", false],
  ["duration('1h30m') > duration('89m') && duration('60s') == duration('1m')", true],
  ["duration('1d')", 'fails'],
  ['self.?absent.orValue(5) + self.?size.orValue(5)', 8n],
  ['self.?absent.hasValue() || self.map[?"b"].hasValue()', false],
  ['self.?map.a.value()', 1n],
  ['optional.none().value()', 'fails'],
  ['optional.of(1).or(optional.none()).value()', 1n],
  ['[?self.?absent]', 'unknown'],
  ['self.time > self.time', 'unknown'],
  ["timestamp('2026-01-01T00:00:00Z') == self.time", 'unknown'],
  ["url('https://a').getHost() == 'a'", 'unknown'],
  ["ip('::1').family() == 6", 'unknown'],
  ["'a'.format([1])", 'unknown'],
  ['Object{}', 'unknown'],
  ["self.name.size('x')", 'unknown'],
];

test.each(cases)('%s', (expression, value) => {
  expect(evaluate(expression)).toEqual(value);
});

test('an expression without end is given up', () => {
  const many = Array.from({ length: 100 }, (_item, index) => index).join(', ');
  expect(evaluate(`[${many}].all(a, [${many}].all(b, [${many}].all(c, a + b + c >= 0)))`)).toBe('unknown');
});
