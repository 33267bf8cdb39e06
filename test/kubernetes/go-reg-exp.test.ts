import { goRegExpFault } from '../../lib/kubernetes/go-reg-exp';

test.each([
  '',
  '^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$',
  '^(\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))(([KMGTPE]i)|[numkMGTPE]|([eE](\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))))?$',
  "^(?:[A-Za-z0-9\\-._~!$&'()*+,;=:]|[%][0-9a-fA-F]{2})+$",
  '^[^\\x00-\\x1f\\x7f]+$',
  '(?i)^https?:\\/\\/',
  '(?P<year>\\d{4})-(?P<month>\\d\\d)',
  '(?s:.*)',
  '[]a]',
  '[^]a]',
  '[\\w-.]',
  '[a-b-c]',
  '[[:alpha:][:^digit:]]',
  '\\p{Greek}\\PN',
  'a{,5}',
  'a{2,}?',
  'a{1000}',
  '{',
  'a|b',
  '\\Q(*\\E+',
  '\\_\\-\\"\\A\\z',
  '\\12',
  'é+',
])('reads %j', (pattern) => {
  expect(goRegExpFault(pattern)).toBeUndefined();
});

test.each([
  ['[', 'missing closing ]'],
  ['[a', 'missing closing ]'],
  ['[]', 'missing closing ]'],
  ['(a', 'missing closing )'],
  ['a)', 'unexpected )'],
  ['*a', 'missing argument'],
  ['(*a)', 'missing argument'],
  ['a|*', 'missing argument'],
  ['a**', 'nested repetition'],
  ['a{2}{3}', 'nested repetition'],
  ['a{1001}', 'repeat count'],
  ['a{3,2}', 'repeat count'],
  ['[z-a]', 'class range'],
  ['[[:letters:]]', 'class range'],
  ['(?=a)', 'Perl syntax'],
  ['(?!a)', 'Perl syntax'],
  ['(?<=a)b', 'Perl syntax'],
  ['(?<!a)b', 'Perl syntax'],
  ['(a)\\1', 'escape sequence'],
  ['\\y', 'escape sequence'],
  ['a\\Z', 'escape sequence'],
  ['[\\b]', 'escape sequence'],
  ['\\', 'trailing backslash'],
  ['(?P<a>.)(?P<a>.)', 'duplicate capture group'],
])('does not read %j: %s', (pattern, fault) => {
  expect(goRegExpFault(pattern)).toContain(fault);
});
