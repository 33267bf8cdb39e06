import type { ManifestPath } from '../../manifest/position';
import { dataEntry, dataExpression, type Entry, type Expression, objectOf } from '../code/expression';
import { isPlainObject, type PlainObject } from '../plain-object';
import { keyedList } from './keyed-list';

type KeyedField = (value: unknown, path: ManifestPath) => Expression | undefined;

/** The fields of a container that constructs key by name; ports without names may stay a list. */
const KEYED: Readonly<Record<string, KeyedField>> = {
  ports: (ports, path) => keyedList(ports, 'name', path, portValue) ?? dataExpression(ports, path),
  env: (env, path) => keyedList(env, 'name', path, envValue),
  volumeMounts: (mounts, path) => keyedList(mounts, 'mountPath', path, mountValue),
  volumeDevices: (devices, path) => keyedList(devices, 'devicePath', path, deviceValue),
};

/** The properties of a container of our constructs; undefined when they cannot say the same. */
export function containerProps(container: PlainObject, path: ManifestPath): Expression | undefined {
  const entries: Entry[] = [];
  for (const [field, value] of Object.entries(container)) {
    if (field === 'name') continue;
    const at = [...path, field];
    const keyed = KEYED[field];
    const expression = keyed ? keyed(value, at) : dataExpression(value, at);
    if (expression === undefined) return undefined;
    entries.push({ key: field, value: expression, path: at });
  }
  return objectOf(entries);
}

function portValue(port: PlainObject, path: ManifestPath): Expression {
  return onlyOther(port, 'name', 'containerPort', path) ?? without(port, 'name', path);
}

function envValue({ name: _, ...rest }: PlainObject, path: ManifestPath): Expression | undefined {
  const [field, ...more] = Object.keys(rest);
  if (field === undefined || more.length > 0) return undefined;
  const value = rest[field];
  if (field === 'value' ? typeof value !== 'string' : !isPlainObject(value)) return undefined;
  return dataExpression(value, [...path, field]);
}

function mountValue(mount: PlainObject, path: ManifestPath): Expression {
  return onlyOther(mount, 'mountPath', 'name', path) ?? without(mount, 'mountPath', path);
}

function deviceValue(device: PlainObject, path: ManifestPath): Expression | undefined {
  return onlyOther(device, 'devicePath', 'name', path);
}

/** The value of `field` when the object has no other field than that and `key`. */
function onlyOther(object: PlainObject, key: string, field: string, path: ManifestPath): Expression | undefined {
  const isOnly = Object.keys(object).every((name) => name === key || name === field) && field in object;
  return isOnly ? dataExpression(object[field], [...path, field]) : undefined;
}

/** The object without one of its fields. */
export function without(object: PlainObject, field: string, path: ManifestPath): Expression {
  const entries = Object.entries(object).filter(([name]) => name !== field);
  return objectOf(entries.map(([name, value]) => dataEntry(name, value, [...path, name])));
}
