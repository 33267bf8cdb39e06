import { percent } from './formats';

/** A whole number, or text such as `25%`. */
export type IntOrPercent = number | string;

/** The most that a percentage may be where it is limited. */
const WHOLE = 100n;

/**
 * The reasons why a value is neither a whole number from zero on nor a percentage.
 *
 * Follows kubernetes pkg/apis/apps/validation/validation.go ValidatePositiveIntOrPercent.
 */
export function intOrPercent(value: IntOrPercent): string[] {
  if (typeof value === 'string') return percent(value);
  return value < 0 ? ['must be greater than or equal to 0'] : [];
}

/**
 * Whether a value stands for zero: `0`, `"0"`, `"0%"`, and any text that is no number.
 *
 * Follows kubernetes pkg/apis/apps/validation/validation.go getIntOrPercentValue and
 * k8s.io/apimachinery pkg/util/intstr IntOrString.IntValue, which reads what it cannot parse as zero.
 */
export function isZero(value: IntOrPercent): boolean {
  if (typeof value === 'number') return value === 0;
  const digits = isPercent(value) ? value.slice(0, -1) : value;
  return !/^[+-]?[0-9]+$/.test(digits) || BigInt(digits.replace('+', '')) === 0n;
}

/** The reasons why a percentage is more than all. Follows IsNotMoreThan100Percent; a plain number has no limit. */
export function atMostWhole(value: IntOrPercent): string[] {
  if (typeof value === 'number' || !isPercent(value) || BigInt(value.slice(0, -1)) <= WHOLE) return [];
  return ['must not be greater than 100%'];
}

function isPercent(value: string): boolean {
  return percent(value).length === 0;
}
