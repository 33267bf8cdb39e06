import { formatQuantity, parseQuantity } from '../quantity';

const PARTS = /^[+-]?0*(\d*)(?:\.(\d*))?(?:([KMGTPE])i|[eE]([+-]?\d+)|([numkMGTPE]?))$/;
const POWERS: Record<string, number> = { n: -9, u: -6, m: -3, '': 0, k: 3, M: 6, G: 9, T: 12, P: 15, E: 18 };
const DIGITS_OF_INT64 = 18;
const DIGITS_OF_BINARY = 15;
const LARGEST_INT64 = 2n ** 63n - 1n;

/**
 * A quantity as the API server writes it in an answer: in canonical form (`0.1` is `100m`), except that a text that
 * looks canonical on a glance is kept (`+1`).
 *
 * Follows k8s.io/apimachinery/pkg/api/resource/quantity.go ParseQuantity and Quantity.MarshalJSON.
 */
export function servedQuantity(value: string | number): string {
  const text = String(value).trim();
  const quantity = parseQuantity(text);
  return quantity === undefined || isKept(text) ? text : formatQuantity(quantity);
}

/** Whether the fast path of ParseQuantity takes a text and keeps it. */
function isKept(text: string): boolean {
  const match = PARTS.exec(text);
  if (!match) return false;
  const [, whole = '', fraction = '', binary, exponent, suffix = ''] = match;
  const digits = `${whole || '0'}${fraction}`;
  if (binary !== undefined) return fraction === '' && isKeptBinary(digits, 'KMGTPE'.indexOf(binary) + 1);
  const power = exponent === undefined ? (POWERS[suffix] ?? 0) : Number(exponent);
  const scale = power - fraction.length;
  return (
    digits.length <= DIGITS_OF_INT64 &&
    scale >= -9 &&
    scale % 3 === 0 &&
    !digits.endsWith('000') &&
    !digits.startsWith('0')
  );
}

function isKeptBinary(digits: string, power: number): boolean {
  const value = BigInt(digits);
  const fits = digits.length + 3 * power < DIGITS_OF_BINARY && value * 1024n ** BigInt(power) <= LARGEST_INT64;
  return fits && value % 8n !== 0n;
}
