import { didYouMean } from '../../../../lib/validation/rules/server/did-you-mean';

const many = Array.from({ length: 101 }, (_, index) => `word-${index}`);

test.each<[string | undefined, Iterable<string>, { fix?: string }]>([
  ['Allways', ['Always', 'Never'], { fix: 'Did you mean Always?' }],
  ['Allways', new Set(['Always']).values(), { fix: 'Did you mean Always?' }],
  ['x', ['Always'], {}],
  ['', ['a'], {}],
  [undefined, ['a'], {}],
  ['wordd-0', many.slice(0, 100), { fix: 'Did you mean word-0?' }],
  ['wordd-0', many, {}],
])('%j', (word, words, expected) => expect(didYouMean(word, words)).toEqual(expected));

test('more words are compared where it is asked for', () => {
  expect(didYouMean('wordd-0', many, many.length)).toEqual({ fix: 'Did you mean word-0?' });
});
