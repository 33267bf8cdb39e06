import { isDeepStrictEqual } from 'node:util';
import type { PatchOperation } from '../code/print-statement';
import { isPlainObject } from '../plain-object';

/** The operations of JSON Patch that make one piece of plain data of another; lists of another length are replaced. */
export function patchesBetween(from: unknown, to: unknown, pointer = ''): PatchOperation[] {
  if (isDeepStrictEqual(from, to)) return [];
  if (isPlainObject(from) && isPlainObject(to)) {
    const removed = Object.keys(from).filter((key) => !Object.hasOwn(to, key));
    return [
      ...removed.map((key) => ({ op: 'remove' as const, path: child(pointer, key) })),
      ...Object.entries(to).flatMap(([key, value]) =>
        Object.hasOwn(from, key)
          ? patchesBetween(from[key], value, child(pointer, key))
          : [{ op: 'add' as const, path: child(pointer, key), value }],
      ),
    ];
  }
  if (Array.isArray(from) && Array.isArray(to) && from.length === to.length) {
    return to.flatMap((item, index) => patchesBetween(from[index], item, child(pointer, String(index))));
  }
  return [{ op: 'replace', path: pointer, value: to }];
}

function child(pointer: string, key: string): string {
  return `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}
