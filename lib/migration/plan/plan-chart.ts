import { isDeepStrictEqual } from 'node:util';
import { findKind, type Kind } from '../../kubernetes/kinds';
import { constantName, Names } from '../code/names';
import { isService } from '../constructs/forms';
import { objectAt, type PlainObject } from '../plain-object';
import type { MigratedObject, ObjectSet } from './migrated-object';

/** An object with its place in a chart. */
export interface Member extends MigratedObject {
  /** The id of its construct. */
  readonly id: string;
  /** The constant that stands for it, where another object refers to it. */
  readonly constant: string;
  /** The workload in the same chart whose pods a Service selects. */
  readonly workload: Member | undefined;
}

/** The plan of a chart. */
export interface PlannedChart {
  readonly id: string;
  /** The namespace that all its objects with one have in common. */
  readonly namespace: string | undefined;
  /** In the order in which they are written: a Service after the workload that it selects. */
  readonly members: readonly Member[];
}

/** Decides ids, names, order and references of the objects of a chart. */
export function planChart({ id, objects }: ObjectSet, names: Names): PlannedChart {
  const ids = new Names([], '-');
  const planned = new Map<MigratedObject, Member>();
  const plan = (migrated: MigratedObject, workload?: Member): void => {
    const { kind, metadata } = migrated.object;
    const name = String(objectAt(metadata).name || String(kind).toLowerCase());
    const memberId = ids.take(name, `${name}-${String(kind).toLowerCase()}`);
    const constant = names.take(constantName(memberId), constantName(`${memberId}-${kind}`));
    planned.set(migrated, { ...migrated, id: memberId, constant, workload });
  };
  // The workloads first, so that they have the plain names.
  for (const migrated of objects) if (makesPods(migrated.object)) plan(migrated);
  const workloads = [...planned.values()];
  for (const migrated of objects) if (!planned.has(migrated)) plan(migrated, selected(migrated.object, workloads));
  return {
    id,
    namespace: commonNamespace(objects),
    members: written(objects.flatMap((one) => planned.get(one) ?? [])),
  };
}

function makesPods(object: PlainObject): boolean {
  return kindOf(object)?.podTemplate !== undefined;
}

function kindOf({ apiVersion, kind }: PlainObject): Kind | undefined {
  return findKind(String(apiVersion), String(kind));
}

/** The one workload of these whose pods a Service selects, by the same labels as the workload does. */
function selected(object: PlainObject, workloads: readonly Member[]): Member | undefined {
  const selector = objectAt(object, 'spec', 'selector');
  if (!isService(object) || Object.keys(selector).length === 0) return undefined;
  const { namespace } = objectAt(object, 'metadata');
  const found = workloads.filter(
    (member) =>
      objectAt(member.object, 'metadata').namespace === namespace && isDeepStrictEqual(podLabelsOf(member), selector),
  );
  return found.length === 1 ? found[0] : undefined;
}

function podLabelsOf({ object }: Member): PlainObject {
  if (object.kind === 'Pod') return objectAt(object, 'metadata', 'labels');
  return objectAt(object, 'spec', 'selector', 'matchLabels');
}

/** The namespace of every object that can have one; undefined when they differ or one says none. */
function commonNamespace(objects: readonly MigratedObject[]): string | undefined {
  const inNamespace = objects.filter(({ object }) => kindOf(object)?.namespaced !== false);
  const namespaces = new Set(inNamespace.map(({ object }) => objectAt(object, 'metadata').namespace));
  const [namespace] = namespaces;
  return namespaces.size === 1 && typeof namespace === 'string' && namespace !== '' ? namespace : undefined;
}

/** As they stood, except that a Service waits for its workload, and the Services after it keep behind it. */
function written(members: readonly Member[]): Member[] {
  const result: Member[] = [];
  let waiting: Member[] = [];
  for (const member of members) {
    if (isService(member.object)) waiting.push(member);
    else result.push(member);
    const ready = waiting.findIndex(({ workload }) => workload !== undefined && !result.includes(workload));
    const released = ready < 0 ? waiting : waiting.slice(0, ready);
    result.push(...released);
    waiting = waiting.slice(released.length);
  }
  return [...result, ...waiting];
}
