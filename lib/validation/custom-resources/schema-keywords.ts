import type { AnySchemaObject, SchemaValidateFunction } from 'ajv';
import { isEqual } from '../../simulation/is-equal';

const INT32 = 2 ** 31;
const INT64 = 2 ** 63;
/** Whole numbers beyond these are not told from fractions. */
const LARGEST_WHOLE = 2 ** 53 - 1;
const EPSILON = 1e-9;
const LARGEST_CODE_POINT = 0x10ffff;

/** A keyword whose meaning depends on those beside it. */
type Keyword = (limit: unknown, value: unknown, beside: AnySchemaObject) => boolean;

/**
 * The keywords that the server takes in other ways than JSON Schema: whole numbers are compared as whole numbers, with
 * the fractions of the limits cut off, and the values of an enum are converted to one another as Go does it.
 *
 * Follows k8s.io/kube-openapi pkg/validation/validate/validator.go numberValidator.Validate,
 * basicCommonValidator.Validate, and values.go.
 */
export const SERVER_KEYWORDS: Readonly<Record<string, Keyword>> = {
  enum: (choices, value) => (choices as readonly unknown[]).some((choice) => isChoice(value, choice)),
  exclusiveMaximum: (limit, value, beside) => within(limit, value, beside, (a, b) => a < b),
  exclusiveMinimum: (limit, value, beside) => within(limit, value, beside, (a, b) => a > b),
  int32: (_limit, value) => !Number.isInteger(value) || ((value as number) >= -INT32 && (value as number) < INT32),
  int64: (_limit, value) => !Number.isInteger(value) || ((value as number) >= -INT64 && (value as number) < INT64),
  maximum: (limit, value, beside) => within(limit, value, beside, (a, b) => a <= b),
  minimum: (limit, value, beside) => within(limit, value, beside, (a, b) => a >= b),
  multipleOf: isMultiple,
};

/** The same keywords as functions of the evaluator. */
export function asValidate(keyword: Keyword): SchemaValidateFunction {
  return (limit: unknown, value: unknown, beside?: AnySchemaObject) => keyword(limit, value, beside ?? {});
}

/** Null is no choice, as Go knows no type of it. */
function isChoice(value: unknown, choice: unknown): boolean {
  if (choice === null) return false;
  if (typeof value === 'number' && typeof choice === 'number')
    return Number.isInteger(choice) ? Math.trunc(value) === choice : value === choice;
  if (typeof value === 'number' && typeof choice === 'string')
    return Number.isInteger(value) && value >= 0 && value <= LARGEST_CODE_POINT
      ? String.fromCodePoint(value) === choice
      : false;
  return isEqual(value, choice);
}

/** A limit of an integer must be one, otherwise the server refuses every value. */
function fitsType(limit: number, beside: AnySchemaObject): boolean {
  return beside.type !== 'integer' && !isOnly(beside.type, 'integer') ? true : Number.isInteger(limit);
}

function isOnly(types: unknown, type: string): boolean {
  return Array.isArray(types) && types.every((name) => name === type || name === 'null');
}

function within(
  limit: unknown,
  value: unknown,
  beside: AnySchemaObject,
  compare: (value: number, limit: number) => boolean,
): boolean {
  const [number, bound] = [value as number, limit as number];
  if (!fitsType(bound, beside)) return false;
  return compare(number, Number.isInteger(number) ? Math.trunc(bound) : bound);
}

function isMultiple(limit: unknown, value: unknown, beside: AnySchemaObject): boolean {
  const [number, factor] = [value as number, limit as number];
  if (!fitsType(factor, beside)) return false;
  if (Number.isInteger(number)) return Math.trunc(factor) > 0 && number % Math.trunc(factor) === 0;
  if (factor <= 0) return false;
  return isWhole(factor < 1 ? (1 / factor) * number : number / factor);
}

/** Whole, or nearly so. */
function isWhole(value: number): boolean {
  if (!(Math.abs(value) <= LARGEST_WHOLE)) return false;
  if (Number.isInteger(value)) return true;
  const whole = Math.trunc(value);
  return value > 0 && whole > 0 && (value - whole) / (value + whole) < EPSILON;
}
