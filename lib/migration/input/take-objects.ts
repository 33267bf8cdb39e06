import { heldStates } from '../../explanation/held-states';
import { minimalObject } from '../../explanation/minimal-object';
import type { ManifestComment } from '../../manifest/read-comments';
import { cleanObject } from '../cleaning/clean-object';
import { madeByCluster } from '../cleaning/made-by-cluster';
import { type PlainObject, titleOf } from '../plain-object';
import type { MigratedObject } from '../plan/migrated-object';

/** An object as it was read. */
export interface ReadObject {
  readonly object: PlainObject;
  readonly comments: readonly ManifestComment[];
}

/** What is to become code, and what of it is not. */
export interface TakenObjects {
  readonly objects: readonly MigratedObject[];
  /** Sentences on what was left out. */
  readonly notes: readonly string[];
}

/**
 * Cleans objects of what is no person's writing.
 *
 * @param minimalFor The minor version whose defaults are left out as well; undefined keeps them.
 */
export function takeObjects(read: readonly ReadObject[], minimalFor: number | undefined): TakenObjects {
  const fields = new Set<string>();
  const notes: string[] = [];
  const all = read.map(({ object }) => object);
  const hold = (object: PlainObject) => heldStates(object, minimalFor ?? 0, all)?.held;
  const objects = read.flatMap(({ object, comments }) => {
    const maker = madeByCluster(object);
    if (maker !== undefined) {
      notes.push(`left out ${titleOf(object)}, which ${maker} makes.`);
      return [];
    }
    const clean = cleanObject(object);
    for (const field of clean.removed) fields.add(field);
    return [{ object: minimalFor === undefined ? clean.object : minimalObject(clean.object, hold), comments }];
  });
  if (fields.size > 0) notes.push(`left out what the cluster writes: ${[...fields].sort().join(', ')}.`);
  return { objects, notes };
}
