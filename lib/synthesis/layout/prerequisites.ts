import type { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { isApiObject } from '../app-object';
import { SynthesisError } from '../synthesis-error';

/** The objects that an object waits for, one list a declared dependency; objects that wait for none are absent. */
export type Prerequisites = ReadonlyMap<ApiObject, readonly (readonly ApiObject[])[]>;

/**
 * What the dependencies between constructs (`construct.node.addDependency`) mean for objects: every object in the one
 * waits for every object in the other. Leaves the constructs as they are.
 */
export function prerequisitesOf(all: readonly IConstruct[]): Prerequisites {
  const prerequisites = new Map<ApiObject, ApiObject[][]>();
  for (const source of all) {
    for (const target of source.node.dependencies) {
      const [dependents, needed] = apart(objectsIn(source), objectsIn(target));
      for (const dependent of dependents) {
        const lists = prerequisites.get(dependent);
        if (lists) lists.push(needed);
        else prerequisites.set(dependent, [needed]);
      }
    }
  }
  return prerequisites;
}

function objectsIn(construct: IConstruct): ApiObject[] {
  return construct.node.findAll().filter(isApiObject);
}

/** Where one construct contains the other, it stands for what else it contains. */
function apart(sources: ApiObject[], targets: ApiObject[]): [ApiObject[], ApiObject[]] {
  const dependents = without(sources, targets);
  const needed = without(targets, sources);
  if (needed.length === 0) return [dependents, targets];
  return [dependents.length === 0 ? sources : dependents, needed];
}

function without(objects: ApiObject[], others: ApiObject[]): ApiObject[] {
  const excluded = new Set(others);
  return objects.filter((object) => !excluded.has(object));
}

/**
 * Gives every object a number that depends on those of its prerequisites.
 *
 * @param numberOf Gets the highest number of the object's prerequisites, undefined where it has none.
 * @returns The number of an object; it throws SynthesisError `ERR_DEPENDENCY_CYCLE` when an object waits for itself.
 */
export function numbering(
  prerequisites: Prerequisites,
  numberOf: (object: ApiObject, highest: number | undefined) => number,
): (object: ApiObject) => number {
  const numbers = new Map<ApiObject, number>();
  const open = new Set<ApiObject>();
  const visit = (object: ApiObject): number => {
    const known = numbers.get(object);
    if (known !== undefined) return known;
    if (open.has(object)) throw cycleError([...open], object);
    open.add(object);
    let highest: number | undefined;
    for (const list of prerequisites.get(object) ?? [])
      for (const needed of list) highest = Math.max(highest ?? Number.NEGATIVE_INFINITY, visit(needed));
    open.delete(object);
    const number = numberOf(object, highest);
    numbers.set(object, number);
    return number;
  };
  return visit;
}

function cycleError(open: readonly ApiObject[], object: ApiObject): SynthesisError {
  const path = [...open.slice(open.indexOf(object)), object].map((construct) => construct.node.path);
  return new SynthesisError(
    'ERR_DEPENDENCY_CYCLE',
    `constructs depend on each other in a circle: ${path.join(' -> ')}; remove one of these dependencies.`,
  );
}
