import { wholeNumber } from './whole-number';

const WORDS = new Map<string, boolean | null | number>([
  ...['', '~', 'null', 'Null', 'NULL'].map((word) => [word, null] as const),
  ...['y', 'Y', 'yes', 'Yes', 'YES', 'true', 'True', 'TRUE', 'on', 'On', 'ON'].map((word) => [word, true] as const),
  ...['n', 'N', 'no', 'No', 'NO', 'false', 'False', 'FALSE', 'off', 'Off', 'OFF'].map((word) => [word, false] as const),
  ...['.inf', '.Inf', '.INF', '+.inf', '+.Inf', '+.INF'].map((word) => [word, Number.POSITIVE_INFINITY] as const),
  ...['-.inf', '-.Inf', '-.INF'].map((word) => [word, Number.NEGATIVE_INFINITY] as const),
  ...['.nan', '.NaN', '.NAN'].map((word) => [word, Number.NaN] as const),
]);

const FLOAT = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;
const INTEGER = /^([-+]?)(?:(0[xX])([0-9a-fA-F]+)|(0[bB])([01]+)|(0[oO]?)([0-7]+)|([1-9][0-9]*|0))$/;
const UINT64_MAX = 2n ** 64n - 1n;
const INT64_MIN = -(2n ** 63n);

/**
 * The value of an unquoted YAML scalar as `kubectl` understands it: YAML 1.1 words for booleans, octal numbers with and
 * without `o`, underscores between digits, and dates as plain strings.
 *
 * Follows `resolve` of sigs.k8s.io/yaml/goyaml.v2/resolve.go. Integers beyond 2^53 lose digits, but none becomes one that
 * fits 64 bits, or ceases to.
 */
export function resolveScalar(text: string): string | number | boolean | null {
  const word = WORDS.get(text);
  if (word !== undefined) return word;
  const first = text.charCodeAt(0);
  const isNumberStart = (first >= 48 && first <= 57) || first === 43 || first === 45;
  if (first === 46) return FLOAT.test(text) ? finiteOr(text, Number(text)) : text;
  if (!isNumberStart) return text;
  const digits = withoutUnderscores(text);
  const integer = integerOf(digits);
  if (integer !== undefined) return wholeNumber(integer);
  return FLOAT.test(digits) ? finiteOr(text, Number(digits)) : text;
}

/** The whole number that an unquoted YAML scalar stands for, with all its digits; undefined when it is none of 64 bits. */
export function resolveInteger(text: string): bigint | undefined {
  return integerOf(withoutUnderscores(text));
}

function withoutUnderscores(text: string): string {
  return text.includes('_') ? text.replaceAll('_', '') : text;
}

function integerOf(digits: string): bigint | undefined {
  const match = INTEGER.exec(digits);
  const value = match ? integerValue(match) : undefined;
  return value !== undefined && value <= UINT64_MAX && value >= INT64_MIN ? value : undefined;
}

function integerValue([, sign, , hexadecimal, , binary, , octal, decimal]: RegExpExecArray): bigint {
  const magnitude = BigInt(
    hexadecimal ? `0x${hexadecimal}` : binary ? `0b${binary}` : octal ? `0o${octal}` : (decimal ?? ''),
  );
  return sign === '-' ? -magnitude : magnitude;
}

// A number too large for a double stays text in go-yaml. Adding 0 turns -0 into 0, which is what JSON makes of it.
function finiteOr(text: string, value: number): string | number {
  if (!Number.isFinite(value)) return text;
  return /^[-+]?[0-9]+$/.test(text) ? wholeNumber(BigInt(text.replace('+', ''))) : value + 0;
}
