declare const mistake: unique symbol;

/**
 * A type that no value has: given to a property, the compiler's message for a value there ends with the sentence.
 * Needs no import at run time.
 */
export interface Mistake<Sentence extends string> {
  readonly [mistake]: Sentence;
}
