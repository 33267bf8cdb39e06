import { readGoPattern } from '../../lib/kubernetes/go-pattern';

test.each<[string, string[], string[]]>([
  ['b', ['abc'], ['ac', '']],
  ['^[[:lower:]]+\\z', ['ab'], ['AB', 'a\n', '']],
  ['(?i)^ab$', ['AB', 'ab'], ['b', 'ab\n']],
  ['^\\pL\\d$', ['é1'], ['11', 'é١']],
  ['^(?P<name>a){2}$', ['aa'], ['a']],
])('%s', (pattern, valid, invalid) => {
  const read = readGoPattern(pattern);
  expect(valid.filter((text) => !read?.test(text))).toEqual([]);
  expect(invalid.filter((text) => read?.test(text))).toEqual([]);
  expect(String(read)).toBe(pattern);
});

test.each(['(?=a)', '(a)\\1', '[', '(', 'a{2000}', '*', `${'('.repeat(100_000)}`])('%.20s is none of Go', (pattern) => {
  expect(readGoPattern(pattern)).toBeUndefined();
});

test('takes linear time', () => {
  const start = performance.now();
  expect(readGoPattern('^(([a-z])+.)+[A-Z]([a-z])+$')?.test('a'.repeat(50_000))).toBe(false);
  expect(performance.now() - start).toBeLessThan(5000);
});
