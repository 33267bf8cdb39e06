import { MOST_VALUES, textSizeFault } from '../../kubernetes/object-size';
import type { FieldPath } from '../field-path';
import type { Finding } from '../finding';
import { article } from './scalar';

/** A private copy of JSON data, and what in it is not JSON. */
export interface CopiedData {
  readonly copy: unknown;
  readonly findings: Finding[];
}

interface Copying {
  readonly findings: Finding[];
  /** The objects around the value at hand. */
  readonly open: Set<object>;
  values: number;
}

/** Deeper nesting than any manifest has; the server's own limit is 10,000. */
const DEEPEST = 1000;

/**
 * Copies data as JSON would carry it: absent values are left out, holes and absent items of lists become null.
 *
 * What JSON cannot carry is a finding: functions, symbols, BigInts, numbers that are not finite, values that hold
 * themselves, and what is nested too deep or too large to be stored.
 *
 * @param at Where the value is in the object.
 */
export function copyData(value: unknown, at: FieldPath): CopiedData {
  const copying: Copying = { findings: [], open: new Set(), values: 0 };
  const copy = copyValue(value, at, copying);
  return { copy, findings: copying.findings };
}

/** Sets a field of an object, `__proto__` like any other. */
export function setField(object: Record<string, unknown>, name: string, value: unknown): void {
  if (name === '__proto__')
    Object.defineProperty(object, name, { value, enumerable: true, writable: true, configurable: true });
  else object[name] = value;
}

function copyValue(value: unknown, at: FieldPath, copying: Copying): unknown {
  if (value === null || typeof value === 'boolean' || value === undefined) return value;
  if (typeof value === 'string') return textSizeFault(value) ? refuse(copying, at, textSizeFault(value)) : value;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  if (typeof value !== 'object') return refuse(copying, at, `must be JSON data, not ${article(value)}`);
  if (copying.open.has(value)) return refuse(copying, at, 'holds itself, so that it would never end');
  if (copying.open.size >= DEEPEST) return refuse(copying, at, `is nested deeper than ${DEEPEST} levels`);
  copying.open.add(value);
  const copy = Array.isArray(value) ? copyList(value, at, copying) : copyObject(value, at, copying);
  copying.open.delete(value);
  return copy;
}

function copyList(list: readonly unknown[], at: FieldPath, copying: Copying): unknown[] | undefined {
  if (isTooMany(list.length, at, copying)) return undefined;
  return Array.from(list, (item, index) => copyValue(item, at.index(index), copying) ?? null);
}

function copyObject(object: object, at: FieldPath, copying: Copying): Record<string, unknown> | undefined {
  const names = Object.keys(object);
  if (isTooMany(names.length, at, copying)) return undefined;
  const copy: Record<string, unknown> = {};
  for (const name of names) {
    if (textSizeFault(name)) {
      refuse(copying, at, `has a field whose name ${textSizeFault(name)}`);
      continue;
    }
    const value = copyValue((object as Record<string, unknown>)[name], at.child(name), copying);
    if (value !== undefined) setField(copy, name, value);
  }
  return copy;
}

function isTooMany(more: number, at: FieldPath, copying: Copying): boolean {
  const before = copying.values;
  copying.values += more;
  if (copying.values <= MOST_VALUES) return false;
  if (before <= MOST_VALUES) refuse(copying, at, 'holds more values than an object of 1.5 MiB can');
  return true;
}

function refuse({ findings }: Copying, field: FieldPath, detail = ''): undefined {
  findings.push({ reason: 'Malformed', field, detail });
}
