import { isBase64 } from '../../kubernetes/base64';
import { parseDateTime } from '../../kubernetes/date-time';
import { textSizeFault } from '../../kubernetes/object-size';
import { parseQuantity } from '../../kubernetes/quantity';
import type { Scalar } from '../../kubernetes/types';

const INT32 = 2 ** 31;
const INT64 = 2 ** 63;
const MICRO_TIME = /:\d\d[.,]\d{6}(Z|[+-]\d\d:\d\d)$/;

/** What is wrong with a value where a scalar is expected; undefined when the server can decode it. */
export function scalarFault(value: unknown, scalar: Scalar): string | undefined {
  const tooLong = typeof value === 'string' ? textSizeFault(value) : undefined;
  if (tooLong !== undefined) return tooLong;
  switch (scalar) {
    case 'string':
      return typeof value === 'string' ? undefined : `must be a string, not ${article(value)}`;
    case 'boolean':
      return typeof value === 'boolean' ? undefined : `must be true or false, not ${article(value)}`;
    case 'int32':
      return integerFault(value, INT32, '32');
    case 'int64':
      return integerFault(value, INT64, '64');
    case 'double':
      return typeof value === 'number' ? undefined : `must be a number, not ${article(value)}`;
    case 'int-or-string':
      return typeof value === 'string' ? undefined : integerFault(value, INT32, '32', 'a whole number or a string');
    case 'quantity':
      return quantityFault(value);
    case 'time':
      return timeFault(value);
    case 'micro-time':
      return microTimeFault(value);
    case 'bytes':
      return bytesFault(value);
    default:
      return undefined;
  }
}

/** `a string`, `an object`: the JSON type of a value in words; never the value, which may be secret. */
export function article(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}

function integerFault(value: unknown, limit: number, bits: string, expected = 'a whole number'): string | undefined {
  if (typeof value !== 'number') return `must be ${expected}, not ${article(value)}`;
  if (!Number.isInteger(value)) return `must be ${expected}, not the fraction ${value}`;
  return value >= -limit && value < limit ? undefined : `must fit ${bits} bits, which ${value} does not`;
}

function quantityFault(value: unknown): string | undefined {
  if (typeof value !== 'string' && typeof value !== 'number')
    return `must be a quantity such as 100m or 64Mi, not ${article(value)}`;
  return parseQuantity(value)
    ? undefined
    : 'must be a quantity: a number, optionally with one of n u m k M G T P E Ki Mi Gi Ti Pi Ei or an exponent';
}

function timeFault(value: unknown): string | undefined {
  if (typeof value !== 'string') return `must be a time such as 2026-01-31T08:00:00Z, not ${article(value)}`;
  return parseDateTime(value) ? undefined : 'must be a time as RFC 3339 writes it: 2026-01-31T08:00:00Z';
}

function microTimeFault(value: unknown): string | undefined {
  if (typeof value !== 'string') return `must be a time such as 2026-01-31T08:00:00.000000Z, not ${article(value)}`;
  return MICRO_TIME.test(value) && parseDateTime(value)
    ? undefined
    : 'must be a time with six decimals of a second: 2026-01-31T08:00:00.000000Z';
}

/** Go also reads bytes from a list of numbers, in which null is zero. */
function bytesFault(value: unknown): string | undefined {
  if (Array.isArray(value) && value.every(isByte)) return undefined;
  if (typeof value !== 'string') return `must be base64 text, not ${article(value)}`;
  return isBase64(value) ? undefined : 'must be base64 text, padded with =';
}

function isByte(value: unknown): boolean {
  return value === null || (Number.isInteger(value) && Number(value) >= 0 && Number(value) < 256);
}

/** What to do about a value that could be decoded if its quotes were there, or were not. */
export function quotesFix(value: unknown, scalar: Scalar): string | undefined {
  if (scalar === 'string' && (typeof value === 'number' || typeof value === 'boolean')) return 'Put it in quotes.';
  if (typeof value !== 'string') return undefined;
  const unquoted = scalar === 'boolean' ? booleanIn(value) : numberIn(value);
  const isMeant = unquoted !== undefined && scalarFault(unquoted, scalar) === undefined;
  return isMeant ? 'Write it without quotes.' : undefined;
}

const booleanIn = (text: string) => (text === 'true' || text === 'false' ? text === 'true' : undefined);
const numberIn = (text: string) => (/^-?(0|[1-9]\d*)(\.\d+)?$/.test(text) ? Number(text) : undefined);
