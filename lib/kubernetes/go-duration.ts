const LARGEST = 2n ** 63n;
const PART = /([0-9]*)(?:\.([0-9]*))?([^.0-9]+)/y;
/** Nanoseconds; both signs for micro are known. */
const UNITS: ReadonlyMap<string, bigint> = new Map([
  ['ns', 1n],
  ['us', 1_000n],
  ['\u00b5s', 1_000n],
  ['\u03bcs', 1_000n],
  ['ms', 1_000_000n],
  ['s', 1_000_000_000n],
  ['m', 60_000_000_000n],
  ['h', 3_600_000_000_000n],
]);

/**
 * The nanoseconds of a duration such as `1h30m`, as Go writes it: there are no days, and a number needs its unit.
 *
 * Follows Go's time.ParseDuration.
 *
 * @returns undefined when it is none, or one of more than some 292 years.
 */
export function parseGoDuration(text: string): bigint | undefined {
  const unsigned = text.replace(/^[+-]/, '');
  const isNegative = text.startsWith('-');
  if (unsigned === '0') return 0n;
  if (unsigned === '') return undefined;
  let total = 0n;
  PART.lastIndex = 0;
  while (PART.lastIndex < unsigned.length) {
    const [, whole = '', fraction = '', suffix = ''] = PART.exec(unsigned) ?? [];
    const unit = UNITS.get(suffix);
    if (unit === undefined || (whole === '' && fraction === '')) return undefined;
    total += BigInt(whole || '0') * unit + (BigInt(fraction || '0') * unit) / 10n ** BigInt(fraction.length);
    if (total > LARGEST) return undefined;
  }
  if (isNegative) return -total;
  return total < LARGEST ? total : undefined;
}

/** Whether a text is a duration as Go writes it. */
export function isGoDuration(text: string): boolean {
  return parseGoDuration(text) !== undefined;
}
