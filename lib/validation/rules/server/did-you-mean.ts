import { suggest } from '../../../kubernetes/suggest';

/** The fix of a finding about a word that is not one of `words`, where one of them was probably meant. */
export function didYouMean(word: string | undefined, words: Iterable<string>): { readonly fix?: string } {
  const near = word ? suggest(word, words) : undefined;
  return near === undefined ? {} : { fix: `Did you mean ${near}?` };
}
