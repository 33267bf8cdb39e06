import { isObject, type JsonObject, valueAt } from '../comparison/json';
import { nameOf } from '../comparison/object-change';
import { findKind } from '../kubernetes/kinds';
import { type Manifests, referenceTo } from './manifests';
import { TestingError } from './testing-error';

/** A container of a pod, and the list that it stands in. */
export interface FoundContainer {
  readonly list: 'containers' | 'initContainers' | 'ephemeralContainers';
  readonly name: string;
  /** Whether it runs as long as the pod does: an app container, or a sidecar. */
  readonly isLasting: boolean;
}

const LISTS = ['containers', 'initContainers', 'ephemeralContainers'] as const;

/** Where the spec of the pods of an object is; undefined for what makes no pods. */
export function podSpecPath(object: JsonObject): readonly string[] | undefined {
  const { apiVersion, kind } = nameOf(object);
  const path = findKind(apiVersion, kind)?.podTemplate;
  return path && [...path, 'spec'];
}

/** The objects that make pods. */
export function workloadsIn({ objects }: Manifests): JsonObject[] {
  return objects.map(({ json }) => json).filter((json) => isObject(json) && podSpecPath(json) !== undefined);
}

/**
 * The one object that makes pods.
 *
 * @throws TestingError `ERR_OBJECT` when there is none, or more than one.
 */
export function workloadIn(manifests: Manifests): JsonObject {
  const [workload, ...more] = workloadsIn(manifests);
  if (workload && more.length === 0) return workload;
  const { title } = manifests;
  if (!workload) throw new TestingError('ERR_OBJECT', `${title} holds no object that makes pods.`);
  const { kind, name } = nameOf(workload);
  throw new TestingError(
    'ERR_OBJECT',
    `${title} holds ${[workload, ...more].map(referenceTo).join(', ')}; say which one is meant: expect(objectIn(..., { kind: '${kind}', name: '${name}' })).`,
  );
}

/** All containers of the pods of an object, in the order of its lists. */
export function containersOf(object: JsonObject): FoundContainer[] {
  const path = podSpecPath(object);
  const spec = path && valueAt(object, path);
  return LISTS.flatMap((list) => {
    const containers = isObject(spec) && Array.isArray(spec[list]) ? (spec[list] as unknown[]) : [];
    return containers.filter(isObject).map(({ name, restartPolicy }) => ({
      list,
      name: typeof name === 'string' ? name : '',
      isLasting: list === 'containers' || (list === 'initContainers' && restartPolicy === 'Always'),
    }));
  });
}

/** An object that holds a value at a path only. */
export function nested(path: readonly string[], value: unknown): JsonObject {
  return path.reduceRight<unknown>((inner, key) => ({ [key]: inner }), value) as JsonObject;
}
