import { matchItems } from '../../lib/comparison/match-items';

const named = (...names: string[]) => names.map((name) => ({ name }));

test.each([
  ['the same name', named('a', 'b'), named('a', 'b'), [['name']], ['0-0', '1-1']],
  ['an item in front', named('a'), named('b', 'a'), [['name']], ['x-0', '0-1']],
  ['a removed item', named('a', 'b'), named('b'), [['name']], ['0-x', '1-0']],
  [
    'a key of two fields, of which one has a default',
    [{ containerPort: 53, protocol: 'UDP' }, { containerPort: 53 }],
    [{ containerPort: 53, protocol: 'TCP' }],
    [['containerPort', 'protocol']],
    ['0-x', '1-0'],
  ],
  ['the next key where the first is not in all', [{ key: 'a' }], [{ key: 'a' }], [['name'], ['key']], ['0-0']],
  ['a key within the item', [{ metadata: { name: 'a' } }], [{ metadata: { name: 'a' } }], [['metadata.name']], ['0-0']],
  ['places where keys repeat', named('a', 'a', 'c'), named('a', 'b', 'c'), [['name']], ['1-1']],
  ['places, an item in the middle more', [1, 2, 3], [1, 9, 2, 3], [], ['x-1']],
  ['places, an item in the middle less', [1, 9, 2, 3], [1, 2, 3], [], ['1-x']],
  ['places, equal items on both sides of a change', [1, 1], [1, 1, 1], [], ['x-2']],
])('matches by %s', (_name, before, after, keys, expected) => {
  const { items } = matchItems(before, after, keys);
  expect(items.map((item) => `${item.before ?? 'x'}-${item.after ?? 'x'}`)).toEqual(expected);
});

test('tells when items that stay change places, and not when others come and go', () => {
  expect(matchItems(named('a', 'b', 'c'), named('c', 'a', 'new'), [['name']]).order).toEqual({
    before: ['name=a', 'name=c'],
    after: ['name=c', 'name=a'],
  });
  expect(matchItems(named('a', 'b'), named('new', 'b'), [['name']]).order).toBeUndefined();
});
