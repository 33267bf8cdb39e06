import { hasOuterSpace } from '../../lib/kubernetes/white-space';

test.each(['a ', '\ta', 'a\n', '\u0085a', '\u00a0a', 'a\u2003', '\u3000', ' '])(
  '%j has white space around it',
  (text) => {
    expect(hasOuterSpace(text)).toBe(true);
  },
);

test.each(['', 'a', 'a b', '\ufeffa', 'a\u200b'])('%j has none', (text) => {
  expect(hasOuterSpace(text)).toBe(false);
});
