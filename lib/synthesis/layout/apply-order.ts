import type { ApiObject } from 'cdk8s';
import type { AppObject } from '../app-object';
import { applyTier } from './apply-tier';
import { numbering, type Prerequisites } from './prerequisites';

/**
 * Sorts objects so that one `kubectl apply` of them all succeeds: by tier, and within a tier as they were constructed.
 * What an object was declared to depend on stands before it, and holds it back to its own tier.
 *
 * @param objects In the order of construction.
 * @throws SynthesisError `ERR_DEPENDENCY_CYCLE` when objects depend on each other in a circle.
 */
export function inApplyOrder(objects: readonly AppObject[], prerequisites: Prerequisites): AppObject[] {
  const byConstruct = new Map(objects.map((object) => [object.construct, object]));
  const tierOf = numbering(prerequisites, (construct, highest = 0) =>
    Math.max(highest, applyTier(byConstruct.get(construct)?.json ?? {})),
  );
  const byTier = objects
    .map((object) => ({ object, tier: tierOf(object.construct) }))
    .sort((a, b) => a.tier - b.tier)
    .map(({ object }) => object);
  return prerequisites.size === 0 ? byTier : prerequisitesFirst(byTier, byConstruct, prerequisites);
}

function prerequisitesFirst(
  objects: readonly AppObject[],
  byConstruct: ReadonlyMap<ApiObject, AppObject>,
  prerequisites: Prerequisites,
): AppObject[] {
  const done = new Set<AppObject>();
  const add = (object: AppObject | undefined): void => {
    if (!object || done.has(object)) return;
    for (const list of prerequisites.get(object.construct) ?? [])
      for (const needed of list) add(byConstruct.get(needed));
    done.add(object);
  };
  for (const object of objects) add(object);
  return [...done];
}
