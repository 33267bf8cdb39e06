/**
 * A part of a type: all fields may be left out, in lists too, and an asymmetric matcher such as
 * `expect.stringMatching(...)`, which is of type any, may stand for any value.
 */
export type PartOf<T> = T extends readonly (infer Item)[]
  ? readonly PartOf<Item>[]
  : T extends object
    ? { readonly [Field in keyof T]?: PartOf<T[Field]> }
    : T;
