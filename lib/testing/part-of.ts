/** What `expect.stringMatching(...)` and its like make: it stands for all values that it matches. */
export interface MatchingValue {
  asymmetricMatch(other: unknown): boolean;
}

/** A part of a type: all fields may be left out, in lists too, and a matcher may stand for any value. */
export type PartOf<T> =
  | MatchingValue
  | (T extends readonly (infer Item)[]
      ? readonly PartOf<Item>[]
      : T extends object
        ? { readonly [Field in keyof T]?: PartOf<T[Field]> }
        : T);
