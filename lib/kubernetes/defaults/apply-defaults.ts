import type { ObjectMeta } from '../generated/decoded';
import { apiVersionOf, type Kind } from '../kinds';
import { DEFAULTINGS } from './defaultings';
import { defaultObjectMeta } from './object-meta';

/**
 * Does to a decoded object, in place, what the API server does between decoding and validation on create: fills in
 * defaults, then drops what the minor's feature gates or the kind's strategy do not take. Uids, times, addresses and
 * ports that a server allocates are not made up.
 */
export function applyDefaults(
  object: Record<string, unknown>,
  kind: Pick<Kind, 'group' | 'version' | 'kind' | 'namespaced'>,
  minor: number,
): void {
  object.metadata ??= {};
  defaultObjectMeta(object.metadata as ObjectMeta, kind.namespaced);
  if (object.status !== undefined) delete object.status;
  DEFAULTINGS[kind.kind]?.[apiVersionOf(kind)]?.(object, minor);
}
