import type { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { isApiObject } from '../app-object';
import { SynthesisError } from '../synthesis-error';

/** What a construct waits for, one list a declared dependency; constructs that wait for none are absent. */
export type Prerequisites<Waiting extends IConstruct = ApiObject> = ReadonlyMap<
  Waiting,
  readonly (readonly Waiting[])[]
>;

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
 * Gives every construct a number that depends on those of its prerequisites.
 *
 * @param numberOf Gets the highest number of the construct's prerequisites, undefined where it has none.
 * @returns The number of a construct; it throws SynthesisError `ERR_DEPENDENCY_CYCLE` when one waits for itself.
 */
export function numbering<Waiting extends IConstruct>(
  prerequisites: Prerequisites<Waiting>,
  numberOf: (construct: Waiting, highest: number | undefined) => number,
): (construct: Waiting) => number {
  const numbers = new Map<Waiting, number>();
  const open = new Set<Waiting>();
  const visit = (construct: Waiting): number => {
    const known = numbers.get(construct);
    if (known !== undefined) return known;
    if (open.has(construct)) throw cycleError([...open], construct);
    open.add(construct);
    let highest: number | undefined;
    for (const list of prerequisites.get(construct) ?? [])
      for (const needed of list) highest = Math.max(highest ?? Number.NEGATIVE_INFINITY, visit(needed));
    open.delete(construct);
    const number = numberOf(construct, highest);
    numbers.set(construct, number);
    return number;
  };
  return visit;
}

function cycleError(open: readonly IConstruct[], construct: IConstruct): SynthesisError {
  const path = [...open.slice(open.indexOf(construct)), construct].map(({ node }) => node.path);
  return new SynthesisError(
    'ERR_DEPENDENCY_CYCLE',
    `constructs depend on each other in a circle: ${path.join(' -> ')}; remove one of these dependencies.`,
  );
}
