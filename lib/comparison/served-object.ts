import { applyDefaults } from '../kubernetes/defaults/apply-defaults';
import { asServed } from '../kubernetes/defaults/as-served';
import { defaultOnRead } from '../kubernetes/defaults/on-read';
import { findKind, isServed, type Kind } from '../kubernetes/kinds';
import { decode } from '../validation/decoding/decode';
import type { JsonObject } from './json';

/** The kind of an object that a minor serves; undefined for custom resources and what is no object of Kubernetes. */
export function kindOf({ apiVersion, kind }: JsonObject, minor: number): Kind | undefined {
  if (typeof apiVersion !== 'string' || typeof kind !== 'string') return undefined;
  const found = findKind(apiVersion, kind);
  return found && isServed(found, minor) ? found : undefined;
}

/**
 * An object as the API server would hold it after a create: decoded, with its defaults, values in canonical form.
 *
 * @returns undefined when the server could not decode it.
 */
export function servedObject(object: JsonObject, kind: Kind, minor: number): JsonObject | undefined {
  const decoded = decode(object, kind.type, minor);
  if (decoded.findings.some(({ reason }) => reason === 'Malformed')) return undefined;
  applyDefaults(decoded.object, kind, minor);
  defaultOnRead(decoded.object, kind);
  return asServed(decoded.object, kind.type, minor);
}
