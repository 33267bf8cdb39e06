const INT64 = 2 ** 63;
/** The distance of the doubles next to 2^63, below and above. */
const BELOW = 1024;
const ABOVE = 2048;

/**
 * A whole number as the nearest double, which for the few next to the limits of 64 bits is the nearest on their side:
 * 9223372036854775807 is a number that a server takes for an `int64`, 9223372036854775808 is not.
 */
export function wholeNumber(value: bigint): number {
  const number = Number(value);
  if (number === INT64 && value < BigInt(INT64)) return INT64 - BELOW;
  if (number === -INT64 && value < BigInt(-INT64)) return -INT64 - ABOVE;
  return number;
}
