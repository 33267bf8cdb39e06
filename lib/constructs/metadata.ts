import type { ApiObjectMetadataDefinition } from 'cdk8s';
import type { ObjectMeta } from '../../imports/k8s';
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
