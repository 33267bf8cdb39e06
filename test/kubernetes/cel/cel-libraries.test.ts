import { unknownTo } from '../../../lib/kubernetes/cel/cel-libraries';
import { parseCel } from '../../../lib/kubernetes/cel/parse-cel';

/** Whether a server of this minor knows all of an expression. */
function knows(minor: number, expression: string): boolean {
  const node = parseCel(expression);
  if (node === undefined) throw new Error(`not well formed: ${expression}`);
  return unknownTo(minor, node) === undefined;
}

test.each([
  ['self.?a.b == optional.none()', 29],
  ['self[?0].hasValue()', 29],
  ['[?self.a].size() == 1', 29],
  ["self.all(x, isQuantity(x) && quantity(x).compareTo(quantity('1')) > 0)", 29],
  ["{'a': 'b %s'.format([self])}.a != ''", 30],
  ["sets.contains(self, ['a'])", 30],
  ['!isIP(self) || ip.isCanonical(self)', 31],
  ['cidr(self[0]).ip().family() == 4', 31],
  ['format.dns1123Label().validate(self).hasValue()', 32],
  ['self.all(i, x, x == i)', 33],
  ['self.transformList(i, x, x + i).size() > 1', 33],
  ["isSemver(self) && semver(self).isGreaterThan(semver('1.0.0'))", 34],
])('%s is known from 1.%i on', (expression, since) => {
  expect(knows(since - 1, expression)).toBe(false);
  expect(knows(since, expression)).toBe(true);
});

test.each([
  "self.all(x, x.startsWith('a')) && self.exists_one(x, x in ['b'])",
  "isURL(self) && url(self).getScheme() == 'https'",
  "self.find('^[a-z]+') != '' && self.split(',').join('').lowerAscii() == 'a'",
  'has(self.ip) && self.format == self.value && self.quantity > 1',
  "duration(self.a) > duration('1s') || self.b.isSorted() || self.map(x, x > 1, x).sum() == 2",
])('%s was always known', (expression) => {
  expect(knows(28, expression)).toBe(true);
});

test('tells what is not known as the compiler does', () => {
  const node = parseCel('self.all(x, isIP(x))');
  expect(node && unknownTo(30, node)).toBe("undeclared reference to 'isIP'");
});
