import type { ObjectMeta } from '../generated/decoded';

/**
 * Drops the metadata that only the server sets, and puts the object in its namespace: `default` when a namespaced
 * object names none, no namespace at all on what lives outside of namespaces.
 *
 * Follows k8s.io/apiserver/pkg/registry/rest BeforeCreate, EnsureObjectNamespaceMatchesRequestNamespace and
 * FillObjectMetaSystemFields. What the server makes up (uid, times, a generated name) stays absent.
 */
export function defaultObjectMeta(metadata: ObjectMeta, namespaced: boolean): void {
  if (!namespaced) {
    if (metadata.namespace !== undefined) delete metadata.namespace;
  } else if (!metadata.namespace) {
    metadata.namespace = 'default';
  }
  if (metadata.uid !== undefined) delete metadata.uid;
  if (metadata.creationTimestamp !== undefined) delete metadata.creationTimestamp;
  if (metadata.deletionTimestamp !== undefined) delete metadata.deletionTimestamp;
  if (metadata.deletionGracePeriodSeconds !== undefined) delete metadata.deletionGracePeriodSeconds;
  if (metadata.selfLink !== undefined) delete metadata.selfLink;
  if (metadata.managedFields !== undefined) delete metadata.managedFields;
}
