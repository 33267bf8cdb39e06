import type { ManifestPath } from '../../manifest/position';
import { dataExpression, type Entry, type Expression } from '../code/expression';
import type { PlainObject } from '../plain-object';
import { containerProps, without } from './container-entries';
import { keyedList } from './keyed-list';

/** The fields of a pod spec that constructs key by name. */
const KEYED: Readonly<Record<string, (value: unknown, path: ManifestPath) => Expression | undefined>> = {
  initContainers: (list, path) => keyedList(list, 'name', path, containerProps),
  containers: (list, path) => keyedList(list, 'name', path, containerProps),
  volumes: (list, path) => keyedList(list, 'name', path, (volume, at) => without(volume, 'name', at)),
};

/** The properties of a pod of our constructs, from its spec; undefined when they cannot say the same. */
export function podEntries(spec: PlainObject, path: ManifestPath): Entry[] | undefined {
  const entries: Entry[] = [];
  for (const [field, value] of Object.entries(spec)) {
    const at = [...path, field];
    const keyed = KEYED[field];
    const expression = keyed ? keyed(value, at) : dataExpression(value, at);
    if (expression === undefined) return undefined;
    entries.push({ key: field, value: expression, path: at });
  }
  return entries;
}
