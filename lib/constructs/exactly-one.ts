import type { Mistake } from './mistake';

/**
 * Exactly one of the members of `Choices`; none or a second one is refused with `Sentence`.
 *
 * Every member of the union has all keys, the forbidden ones as a literal: that is how the compiler finds the member that
 * was meant and points to the word that is too much. The last member makes it say the sentence when there is none.
 */
export type ExactlyOne<Choices, Sentence extends string> =
  | {
      readonly [Name in keyof Choices]: { readonly [Chosen in Name]: Choices[Chosen] } & {
        readonly [Other in Exclude<keyof Choices, Name>]?: Sentence;
      };
    }[keyof Choices]
  | ({ readonly [Name in keyof Choices]?: Sentence } & Mistake<Sentence>);
