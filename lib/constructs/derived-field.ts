/** A value of an object that nobody wrote: its construct made it. */
export interface DerivedField {
  /** The keys that lead from the root of the object to the value. */
  readonly path: readonly string[];
  /** What it was made from, as words for people: `its id`. */
  readonly from: string;
}

/** The derived fields at `path` for the keys that `made` has and `given` has not. */
export function derivedEntries(
  path: readonly string[],
  made: object | undefined,
  given: object | undefined,
  from: string,
): DerivedField[] {
  return Object.keys(made ?? {})
    .filter((key) => !Object.hasOwn(given ?? {}, key))
    .map((key) => ({ path: [...path, key], from }));
}
