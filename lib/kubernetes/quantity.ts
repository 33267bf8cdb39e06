/** A parsed quantity: an exact number of billionths, and the notation that it was written in. */
export interface Quantity {
  readonly nano: bigint;
  readonly format: 'DecimalSI' | 'BinarySI' | 'DecimalExponent';
}

const NANO = 1_000_000_000n;
const DECIMAL: Record<string, number> = { n: -9, u: -6, m: -3, '': 0, k: 3, M: 6, G: 9, T: 12, P: 15, E: 18 };
const BINARY: Record<string, number> = { Ki: 1, Mi: 2, Gi: 3, Ti: 4, Pi: 5, Ei: 6 };
/** What is written in powers of two is capped at 2^63-1. */
const LARGEST = (2n ** 63n - 1n) * NANO;
/** Where exactness ends: to read more digits, or larger exponents, would take long, and no object needs them. */
const HUGE = 10n ** 1000n * NANO;
/** The units that are too large for the quick way of reading, which takes absent digits for zero. */
const NEEDS_DIGITS = new Set(['Pi', 'Ei']);
const LONGEST_EXPONENT = 4;
const CACHE_SIZE = 4096;
const LONGEST_CACHED = 32;
/** More than the largest value has; to read a million of them takes seconds. */
const MOST_DIGITS = 40;
const PATTERN = /^([+-]?)(\d*)(?:\.(\d*))?([eE][+-]?\d+|[KMGTPE]i|[numkMGTPE]?)$/;
/** Other white space reaches the server as an escape such as `\t`, which it does not undo here. */
const SPACE = /[ \u0085\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/;
const cache = new Map<string, Quantity | undefined>();

/**
 * Reads a quantity: `100m`, `1.5`, `64Mi`, `1e3` or a bare number.
 *
 * Follows k8s.io/apimachinery/pkg/api/resource ParseQuantity and Quantity.UnmarshalJSON: spaces around it are
 * dropped, digits may be absent, precision below a billionth is rounded away from zero, exponents have 32 bits, and what
 * is written in powers of two and larger than 2^63-1 is capped.
 *
 * @returns undefined when the server could not read it.
 */
export function parseQuantity(value: string | number): Quantity | undefined {
  const text = String(value);
  if (cache.has(text)) return cache.get(text);
  const parsed = parse(text);
  if (text.length > LONGEST_CACHED) return parsed;
  if (cache.size >= CACHE_SIZE) cache.clear();
  cache.set(text, parsed);
  return parsed;
}

/** By hand, as a regular expression for spaces at both ends takes quadratic time. */
function withoutOuterSpaces(text: string): string {
  let [start, end] = [0, text.length];
  while (start < end && SPACE.test(text.charAt(start))) start += 1;
  while (end > start && SPACE.test(text.charAt(end - 1))) end -= 1;
  return text.slice(start, end);
}

function parse(text: string): Quantity | undefined {
  const match = PATTERN.exec(withoutOuterSpaces(text));
  if (!match) return undefined;
  const [, sign = '', whole = '', fraction = '', suffix = ''] = match;
  if (sign === '' && whole === '' && !text.includes('.') && suffix === '') return undefined;
  const exponent = /^[eE][+-]?\d/.test(suffix);
  const format = exponent ? 'DecimalExponent' : suffix in BINARY ? 'BinarySI' : 'DecimalSI';
  const power = exponent ? exponentOf(suffix.slice(1)) : (DECIMAL[suffix] ?? 0);
  if (power === undefined) return undefined;
  if (whole === '' && fraction === '' && (NEEDS_DIGITS.has(suffix) || power < -9)) return undefined;
  const isHuge = whole.length > MOST_DIGITS && whole.replace(/^0+/, '').length + power > MOST_DIGITS;
  let nano = isHuge
    ? HUGE
    : scaleUp(BigInt(`${whole}${fraction}` || '0') * 1024n ** BigInt(BINARY[suffix] ?? 0), power + 9 - fraction.length);
  if (format === 'BinarySI' && nano > LARGEST) nano = LARGEST;
  return { nano: sign === '-' ? -nano : nano, format };
}

/** Of 64 bits, the server keeps the lower 32; it does not read more. */
function exponentOf(text: string): number | undefined {
  const exponent = BigInt(text.replace('+', ''));
  return BigInt.asIntN(64, exponent) === exponent ? Number(BigInt.asIntN(32, exponent)) : undefined;
}

/** `digits` x 10^`power`, rounded up to a whole number. */
function scaleUp(digits: bigint, power: number): bigint {
  if (digits === 0n) return 0n;
  if (power >= 0) return power > 10 ** (LONGEST_EXPONENT - 1) ? HUGE : digits * 10n ** BigInt(power);
  if (-power > 10 ** LONGEST_EXPONENT) return 1n;
  const divisor = 10n ** BigInt(-power);
  return (digits + divisor - 1n) / divisor;
}

/** Compares two quantities: negative, zero or positive. */
export function compareQuantities(a: Quantity, b: Quantity): number {
  return a.nano < b.nano ? -1 : a.nano > b.nano ? 1 : 0;
}

/** The quantity in whole units, rounded up. Follows Quantity.Value. */
export function wholeValue({ nano }: Quantity): bigint {
  return nano >= 0n ? (nano + NANO - 1n) / NANO : -((-nano + NANO - 1n) / NANO);
}

/** The quantity in thousandths, rounded up: millicores for `cpu`. Follows Quantity.MilliValue. */
export function milliValue({ nano }: Quantity): bigint {
  const milli = NANO / 1000n;
  return nano >= 0n ? (nano + milli - 1n) / milli : -((-nano + milli - 1n) / milli);
}

/** The quantity as the server writes it: `1000m` is `1`, `1024Ki` is `1Mi`. Follows Quantity.CanonicalizeBytes. */
export function formatQuantity(quantity: Quantity): string {
  const { nano, format } = quantity;
  if (nano === 0n) return '0';
  const small = nano > -1024n * NANO && nano < 1024n * NANO;
  const binary = format === 'BinarySI' && !small && nano % NANO === 0n;
  return binary ? formatBinary(quantity) : formatDecimal(nano, format === 'DecimalExponent');
}

function formatBinary(quantity: Quantity): string {
  let value = wholeValue(quantity);
  let power = 0;
  while (value !== 0n && value % 1024n === 0n && power < 6) {
    value /= 1024n;
    power += 1;
  }
  return `${value}${Object.keys(BINARY)[power - 1] ?? ''}`;
}

function formatDecimal(nano: bigint, exponential: boolean): string {
  let [value, power] = [nano, -9];
  while (value % 1000n === 0n && (exponential || power < 18)) {
    value /= 1000n;
    power += 3;
  }
  if (exponential) return power === 0 ? `${value}` : `${value}e${power}`;
  return `${value}${Object.entries(DECIMAL).find(([, exponent]) => exponent === power)?.[0] ?? ''}`;
}
