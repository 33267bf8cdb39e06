import { encodeBase64 } from '../kubernetes/base64';
import { isObject } from './json';
import type { ComparedObject } from './object-change';

/**
 * A Secret with its `stringData` where the server keeps it, in `data`; any other object as it is. Positions still lead to
 * where the values are written.
 */
export function foldStringData(entry: ComparedObject): ComparedObject {
  const { kind, stringData, data, ...rest } = entry.object;
  if (kind !== 'Secret' || !isObject(stringData) || (data !== undefined && !isObject(data))) return entry;
  const encoded: Record<string, string> = {};
  for (const [key, text] of Object.entries(stringData)) {
    if (typeof text !== 'string') return entry;
    encoded[key] = encodeBase64(text);
  }
  const { closestPositionOf } = entry;
  return {
    ...entry,
    object: { kind, ...rest, data: { ...data, ...encoded } },
    ...(closestPositionOf && {
      closestPositionOf: ([field, key, ...more]) => {
        const isText = field === 'data' && key !== undefined && Object.hasOwn(stringData, key);
        const path = [isText ? 'stringData' : field, key, ...more];
        return closestPositionOf(path.filter((step) => step !== undefined));
      },
    }),
  };
}
