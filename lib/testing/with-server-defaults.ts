import { isObject, type JsonObject } from '../comparison/json';
import { applyDefaults } from '../kubernetes/defaults/apply-defaults';
import type { Kind } from '../kubernetes/kinds';
import { decode } from '../validation/decoding/decode';

/**
 * An object with what the API server fills in, also in place of what it takes for nothing, such as `periodSeconds: 0`.
 * All else stays as it is written: quantities such as `1000m`, and zeros that the server drops.
 */
export function withServerDefaults(object: JsonObject, kind: Kind, minor: number): JsonObject {
  const decoded = decode(object, kind.type, minor);
  if (decoded.findings.some(({ reason }) => reason === 'Malformed')) return object;
  applyDefaults(decoded.object, kind, minor);
  return overlay(object, decoded.object) as JsonObject;
}

function overlay(written: unknown, filled: unknown): unknown {
  if (isObject(written) && isObject(filled)) {
    const fields = Object.entries(written).map(([name, value]) => [name, overlay(value, filled[name])]);
    return { ...filled, ...Object.fromEntries(fields) };
  }
  if (Array.isArray(written) && Array.isArray(filled) && written.length === filled.length)
    return written.map((item, index) => overlay(item, filled[index]));
  return filled ?? written;
}
