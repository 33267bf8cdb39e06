import { parseCel } from '../../../lib/kubernetes/cel/parse-cel';

test.each([
  'true',
  'self.replicas <= self.maxReplicas',
  '!has(self.a) || size(self.a) < 5 && self.b != "c"',
  "self.matches('^[a-z\\\\d]+$') ? 1 : -1",
  "self in ['a', \"b\", r'\\d', '''c''']",
  "self.all(x, x.startsWith('a'))",
  'self.exists(k, self[k] == {"a": 1, "b": [1, 2u, 0x1F, 1.5e3]})',
  'self.transformList(i, v, v + i)',
  'cel.bind(x, self.a, x * x)',
  "duration('1h') > timestamp(self.t) - timestamp('2026-01-01T00:00:00Z')",
  'self.?a.?b.orValue("c") == "c" // why',
  '[?self.?a, 1]',
  'quantity(self.a).isGreaterThan(quantity("1Gi"))',
  'Object{spec: Object.spec{replicas: 1}} == null',
  'self.`a-b` == ".5"',
  '- -1 == (1)',
  'authorizer.group("").resource("pods").check("get").allowed()',
])('reads %j', (expression) => {
  expect(parseCel(expression)).toBeDefined();
});

test.each([
  '',
  'self.a >',
  'request.(',
  'a b',
  '(a',
  'a)',
  'a ? b',
  "'a",
  'a = b',
  'a & b',
  'a # b',
  '[1 2]',
  '{1}',
  'a.',
  '.'.repeat(3),
  `${'('.repeat(300)}1${')'.repeat(300)}`,
])('does not read %j', (expression) => {
  expect(parseCel(expression)).toBeUndefined();
});
