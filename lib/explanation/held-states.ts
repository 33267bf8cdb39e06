import { isObject, type JsonObject } from '../comparison/json';
import { kindOf, servedObject } from '../comparison/served-object';
import { asServed } from '../kubernetes/defaults/as-served';
import { decodeCustomResource, findVersion } from '../validation/custom-resources/custom-resource';
import { readDefinitions } from '../validation/custom-resources/definitions';
import { decode } from '../validation/decoding/decode';
import { identify } from '../validation/identify';
import type { ExplainedStates } from './explained-value';

/**
 * What the API server makes of an object: decoded, and held with its defaults. Statuses are left out but for that of a
 * Pod, whose QoS class the server computes. A custom resource gets the defaults of its definition, where one is given.
 *
 * @param beside The objects among which CustomResourceDefinitions may be.
 * @returns undefined when the server could not decode it.
 */
export function heldStates(
  written: JsonObject,
  minor: number,
  beside: readonly JsonObject[] = [],
): Pick<ExplainedStates, 'written' | 'decoded' | 'held'> | undefined {
  const kind = kindOf(written, minor);
  if (!kind) return customStates(written, minor, beside);
  const held = servedObject(written, kind, minor);
  if (!held) return undefined;
  const decoded = asServed(decode(written, kind.type, minor).object, kind.type, minor);
  const { status, ...rest } = held;
  return { written, decoded, held: inOrderOf(written, kind.kind === 'Pod' ? { ...rest, status } : rest) };
}

function customStates(written: JsonObject, minor: number, beside: readonly JsonObject[]) {
  const identified = identify(written, minor, readDefinitions([...beside, written], minor));
  if (!('custom' in identified)) return undefined;
  const { definition, apiVersion } = identified.custom;
  if (!definition) return { written, decoded: written, held: written };
  const found = findVersion(definition, apiVersion);
  if ('finding' in found) return undefined;
  const { object, findings } = decodeCustomResource(written, definition, found.version, minor);
  if (findings.some(({ reason }) => reason === 'Malformed')) return undefined;
  return { written, decoded: written, held: inOrderOf(written, object) };
}

/** The same data with its fields in the order in which `model` has them, those that it has not at their end. */
function inOrderOf(model: JsonObject, object: JsonObject): JsonObject {
  const names = [...Object.keys(model).filter((name) => Object.hasOwn(object, name)), ...Object.keys(object)];
  return Object.fromEntries([...new Set(names)].map((name) => [name, valueInOrder(model[name], object[name])]));
}

function valueInOrder(model: unknown, value: unknown): unknown {
  if (Array.isArray(value) && Array.isArray(model)) return value.map((item, index) => valueInOrder(model[index], item));
  return isObject(value) && isObject(model) ? inOrderOf(model, value) : value;
}
