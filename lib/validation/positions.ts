/** For each item of a list, by its key, the position of the first one of the same key. */
export function firstPositions(keys: readonly unknown[]): number[] {
  const first = new Map<unknown, number>();
  return keys.map((key, index) => {
    const known = first.get(key) ?? index;
    first.set(key, known);
    return known;
  });
}

/** For each item of a list, by its key, the position of the last one of the same key. */
export function lastPositions(keys: readonly unknown[]): number[] {
  const last = new Map(keys.map((key, index) => [key, index]));
  return keys.map((key, index) => last.get(key) ?? index);
}
