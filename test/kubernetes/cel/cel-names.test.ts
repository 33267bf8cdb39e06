import { celNames } from '../../../lib/kubernetes/cel/cel-names';
import { parseCel } from '../../../lib/kubernetes/cel/parse-cel';

test.each([
  ['self.a.b.startsWith(c)', ['c', 'self'], [['self', 'a', 'b'], ['c']]],
  ['self.items.all(x, x.a == y)', ['self', 'y'], [['self', 'items'], ['y']]],
  ['self.a.?b.c', ['self'], [['self', 'a']]],
  ['self.a[b].c', ['b', 'self'], [['self', 'a'], ['b']]],
  ['[1].map(x, x) + [x]', ['x'], [['x']]],
])('finds the names in %j', (expression, variables, selections) => {
  const node = parseCel(expression);
  const names = node && celNames(node);
  expect([...(names?.variables ?? [])].sort()).toEqual(variables);
  expect(names?.selections).toEqual(selections);
});
