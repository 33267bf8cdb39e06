import { suggest } from '../../../kubernetes/suggest';

/** As many words as are compared, so that many wrong words and many right ones take no quadratic time. */
const MOST_WORDS = 100;

/**
 * The fix of a finding about a word that is not one of `words`, where one of them was probably meant.
 *
 * @param most How many words there may be for one to be proposed. Default: 100.
 */
export function didYouMean(
  word: string | undefined,
  words: Iterable<string>,
  most = MOST_WORDS,
): { readonly fix?: string } {
  if (!word) return {};
  const list: string[] = [];
  for (const candidate of words) if (list.push(candidate) > most) return {};
  const near = suggest(word, list);
  return near === undefined ? {} : { fix: `Did you mean ${near}?` };
}
