import { type Definitions, joinDefinitions, readDefinitions } from './definitions';

const given = new WeakMap<readonly unknown[], Map<number, Definitions>>();

/** The definitions that were given beside the objects, and those among them. */
export function definitionsFor(
  objects: readonly unknown[],
  beside: readonly unknown[] | undefined,
  minor: number,
): Definitions {
  const own = readDefinitions(objects, minor);
  if (beside === undefined) return own;
  const byMinor = given.get(beside) ?? new Map<number, Definitions>();
  given.set(beside, byMinor);
  const known = byMinor.get(minor) ?? readDefinitions(beside, minor);
  byMinor.set(minor, known);
  return joinDefinitions(known, own);
}
