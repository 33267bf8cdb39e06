import { type ApiObject, type ApiObjectMetadataDefinition, Chart } from 'cdk8s';
import type { ObjectMeta } from '../../imports/k8s';
import { type DerivedField, derivedEntries } from './derived-field';
import type { Fields } from './key-order';

/** The metadata of the pods that a workload makes; their names and namespace come from the workload. */
export type PodTemplateMetadata = Pick<ObjectMeta, 'annotations' | 'finalizers' | 'labels'>;

/** The order in which people write metadata; other fields follow. */
const ORDER = ['name', 'generateName', 'namespace', 'labels', 'annotations', 'finalizers', 'ownerReferences'];

/**
 * The metadata of an object as cdk8s holds it after all changes, empty lists and maps left out. Its own `toJson` would sort
 * the labels, and asks every resolver about every value, which takes longer than all the rest of an object.
 */
export function metadataFields(definition: ApiObjectMetadataDefinition): { [key: string]: unknown } {
  const current = definition as unknown as Fields;
  const added = current._additionalAttributes as Fields;
  const result: { [key: string]: unknown } = {};
  for (const key of ORDER) keep(key, current[key] ?? added[key], result);
  for (const key in added) if (!ORDER.includes(key)) keep(key, added[key], result);
  return result;
}

function keep(key: string, value: unknown, result: { [key: string]: unknown }): void {
  if (value !== undefined && value !== null && !isEmpty(value)) result[key] = value;
}

function isEmpty(value: unknown): boolean {
  if (typeof value !== 'object') return false;
  for (const _ in value) return false;
  return true;
}

/** What of the metadata of an object was not written: its name, and what it has from its chart. */
export function derivedMetadata(
  object: ApiObject,
  written: ObjectMeta | undefined,
  { name, namespace, labels }: Fields,
): DerivedField[] {
  const chart = Chart.of(object);
  const own = new Set(Object.keys(written?.labels ?? {}));
  const inherited = Object.entries((labels ?? {}) as Fields).filter(
    ([key, value]) => !own.has(key) && chart.labels[key] === value,
  );
  return [
    ...(name !== undefined && written?.name === undefined ? [{ path: ['metadata', 'name'], from: 'its id' }] : []),
    ...(namespace !== undefined && written?.namespace === undefined && chart.namespace === namespace
      ? [{ path: ['metadata', 'namespace'], from: 'its chart' }]
      : []),
    ...derivedEntries(['metadata', 'labels'], Object.fromEntries(inherited), {}, 'its chart'),
  ];
}
