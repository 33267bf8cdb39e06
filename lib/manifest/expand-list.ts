import type { ManifestPath } from './position';

/** An object inside a List, and the path to it from the root of its document. */
export interface ListedObject {
  readonly object: unknown;
  readonly path: ManifestPath;
}

/**
 * The objects that a document stands for: itself, or the items of a `List`, also of Lists inside it. The items of a
 * typed list such as `PodList` may leave out their kind and apiVersion.
 *
 * Follows apimachinery pkg/apis/meta/v1/unstructured `unstructuredJSONScheme.decodeToList`.
 */
export function expandList(object: unknown, path: ManifestPath = []): ListedObject[] {
  if (!isList(object)) return [{ object, path }];
  const itemKind = object.kind.slice(0, -'List'.length);
  return object.items.flatMap((item, index) =>
    expandList(typed(item, object.apiVersion, itemKind), [...path, 'items', index]),
  );
}

function isList(object: unknown): object is { apiVersion: unknown; kind: string; items: unknown[] } {
  return (
    typeof object === 'object' &&
    object !== null &&
    'items' in object &&
    Array.isArray(object.items) &&
    'kind' in object &&
    typeof object.kind === 'string' &&
    object.kind.endsWith('List')
  );
}

function typed(item: unknown, apiVersion: unknown, kind: string): unknown {
  if (kind === '' || typeof item !== 'object' || item === null || Array.isArray(item)) return item;
  return { apiVersion, kind, ...item };
}
