import type { ObjectMeta } from '../../imports/k8s';
import { type Fields, isFields, ordered } from './key-order';

/** The metadata of the pods that a workload makes; their names and namespace come from the workload. */
export type PodTemplateMetadata = Pick<ObjectMeta, 'annotations' | 'finalizers' | 'labels'>;

const ORDER = ['name', 'generateName', 'namespace', 'labels', 'annotations'];

/** `metadata` with its fields in the order in which people write them, its labels and annotations in that of `written`. */
export function orderedMetadata(metadata: Fields, written: Fields): { [key: string]: unknown } {
  const result = ordered(metadata, ORDER);
  for (const map of ['labels', 'annotations']) {
    const values = result[map];
    const order = written[map];
    if (isFields(values) && isFields(order)) result[map] = ordered(values, Object.keys(order));
  }
  return result;
}
