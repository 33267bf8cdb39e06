import type { Container, EphemeralContainer, PodSpec } from '../../kubernetes/generated/decoded';
import type { Kind } from '../../kubernetes/kinds';
import { type JsonObject, valueAt } from '../json';

/** An object of a kind of Kubernetes before and after a change, as the server would hold it. */
export interface ObjectPair {
  readonly kind: Kind;
  /** The Kubernetes minor that it is compared for: `36` stands for 1.36. */
  readonly minor: number;
  /** Absent when the object is added. */
  readonly before?: JsonObject;
  /** Absent when the object is removed. */
  readonly after?: JsonObject;
}

/** The specs of the pods that an object makes, and where they stand in it. */
export interface PodPair {
  readonly field: string;
  readonly before?: PodSpec;
  readonly after?: PodSpec;
}

/** A container before and after, and where it stands in its object. */
export interface ContainerPair {
  readonly name: string;
  readonly field: string;
  readonly before?: Container | EphemeralContainer;
  readonly after?: Container | EphemeralContainer;
}

const CONTAINER_LISTS = ['initContainers', 'containers', 'ephemeralContainers'] as const;

/** The pod, or pod template, of an object; undefined for kinds that make no pods. */
export function podsOf({ kind, before, after }: ObjectPair): PodPair | undefined {
  if (!kind.podTemplate) return undefined;
  const path = [...kind.podTemplate, 'spec'];
  return {
    field: path.join('.'),
    before: valueAt(before, path) as PodSpec | undefined,
    after: valueAt(after, path) as PodSpec | undefined,
  };
}

/** All containers of a pod, matched by list and name. */
export function containersOf(pods: PodPair): ContainerPair[] {
  return CONTAINER_LISTS.flatMap((list) => {
    const [before, after] = [pods.before?.[list] ?? [], pods.after?.[list] ?? []];
    const names = new Set([...before, ...after].map(({ name = '' }) => name));
    return [...names].map((name) => ({
      name,
      field: `${pods.field}.${list}[name=${name}]`,
      before: before.find((container) => container.name === name),
      after: after.find((container) => container.name === name),
    }));
  });
}
