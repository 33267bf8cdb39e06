import { waiverComments } from '../../lib/manifest/waiver-comments';

/** The waivers of a text as `rule: reason @line:column covers from-to`. */
const waivers = (...lines: string[]) =>
  waiverComments(lines.join('\n')).map(
    ({ rule, reason, line, column, from, to }) => `${rule}: ${reason} @${line}:${column} covers ${from}-${to}`,
  );

const POD = [
  'apiVersion: v1',
  'kind: Pod',
  'spec:',
  '  containers:',
  '  - name: web',
  '    image: nginx',
  '    ports: []',
  '  - name: log',
  '    image: busybox',
];
const withComment = (before: number, comment: string) => [...POD.slice(0, before), comment, ...POD.slice(before)];

test.each([
  ['an object, before it', withComment(0, '# podwright-waive x: why'), ['x: why @1:1 covers 2-10']],
  [
    'an object, on its first line',
    ['kind: Pod # podwright-waive x: why', ...POD.slice(2)],
    ['x: why @1:11 covers 1-8'],
  ],
  [
    'a field with its items, which stand as far left',
    withComment(3, '  # podwright-waive x: why'),
    ['x: why @4:3 covers 5-10'],
  ],
  ['an item', withComment(4, '  # podwright-waive x: why'), ['x: why @5:3 covers 6-8']],
  [
    'a line',
    [...POD.slice(0, 5), '    image: nginx  # podwright-waive x: why', ...POD.slice(6)],
    ['x: why @6:19 covers 6-6'],
  ],
  ['the last line', [...POD, '    tty: true # podwright-waive x: why'], ['x: why @10:15 covers 10-10']],
])('speaks of %s', (_name, lines, expected) => {
  expect(waivers(...lines)).toEqual(expected);
});

test('several comments in a row speak of the same', () => {
  expect(waivers('# podwright-waive a: one', '', '# podwright-waive b: two', ...POD.slice(0, 2))).toEqual([
    'a: one @1:1 covers 4-5',
    'b: two @3:1 covers 4-5',
  ]);
});

test('an object ends with its document', () => {
  expect(
    waivers('# podwright-waive a: one', '---', 'kind: A', 'b: 1', '---', '# podwright-waive b: two', 'kind: B'),
  ).toEqual(['a: one @1:1 covers 3-4', 'b: two @6:1 covers 7-7']);
});

test.each([
  ['no reason', '# podwright-waive no-latest-tag', 'no-latest-tag:  @1:1 covers 2-2'],
  ['an empty reason', '# podwright-waive no-latest-tag:', 'no-latest-tag:  @1:1 covers 2-2'],
  ['no rule', '# podwright-waive', ':  @1:1 covers 2-2'],
  ['another space', '#podwright-waive  no-latest-tag : a: b ', 'no-latest-tag: a: b @1:1 covers 2-2'],
])('takes %s as it is', (_name, comment, expected) => {
  expect(waivers(comment, 'kind: Pod')).toEqual([expected]);
});

test.each([
  ['a block text', 'data: |\n  # podwright-waive x: y\n'],
  ['a quoted text', 'data: "# podwright-waive x: y"\n'],
  ['another word', '# podwright-waiver x: y\nkind: Pod\n'],
  ['a comment that only speaks of them', '# see podwright-waive x: y\nkind: Pod\n'],
])('takes no notice of %s', (_name, text) => {
  expect(waiverComments(text)).toEqual([]);
});
