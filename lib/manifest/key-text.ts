import { resolveInteger, resolveScalar } from './resolve-scalar';

const LARGEST_INT64 = 2n ** 63n - 1n;
/** As many digits as tell any two floats of 32 bits apart. */
const MOST_DIGITS = 9;
const LEAST_EXPONENT = -4;
const LARGEST_EXPONENT = 6;

/**
 * The name that `kubectl` makes of an unquoted key: `yes` is `true`, `010` is `8`, `1000000.5` is `1.0000005e+06`.
 *
 * Follows sigs.k8s.io/yaml `convertToJSONableObject`, which prints fractions as floats of 32 bits.
 *
 * @returns undefined for null and for numbers beyond those of 64 bits with a sign, which it does not take for a key.
 */
export function keyText(text: string): string | undefined {
  const value = resolveScalar(text);
  if (value === null) return undefined;
  if (typeof value !== 'number') return String(value);
  const integer = resolveInteger(text);
  if (integer !== undefined) return integer <= LARGEST_INT64 ? String(integer) : undefined;
  return floatText(Math.fround(value));
}

/** Follows Go's strconv.FormatFloat(value, 'g', -1, 32), with infinity and NaN as YAML writes them. */
function floatText(value: number): string {
  if (Number.isNaN(value)) return '.nan';
  if (!Number.isFinite(value)) return value > 0 ? '.inf' : '-.inf';
  const [digits = '', exponent = '0'] = shortest(value).split('e');
  const power = Number(exponent);
  if (power >= LEAST_EXPONENT && power < LARGEST_EXPONENT)
    return value.toFixed(Math.max(0, digits.replace(/[-.]/g, '').length - 1 - power));
  return `${digits}e${power < 0 ? '-' : '+'}${String(Math.abs(power)).padStart(2, '0')}`;
}

/** With as few digits as give the same float of 32 bits again. */
function shortest(value: number): string {
  for (let digits = 0; digits < MOST_DIGITS - 1; digits += 1) {
    const text = value.toExponential(digits);
    if (Math.fround(Number(text)) === value) return text;
  }
  return value.toExponential(MOST_DIGITS - 1);
}
