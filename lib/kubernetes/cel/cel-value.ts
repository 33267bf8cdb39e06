/** A value while an expression is evaluated; whole numbers are `bigint`, fractions `number`. */
export type CelValue =
  | null
  | boolean
  | bigint
  | number
  | string
  | readonly CelValue[]
  | ReadonlyMap<string, CelValue>
  | CelObject
  | CelUnordered
  | CelOptional
  | CelQuantity
  | CelDuration
  | CelOpaque;

/** An object whose fields a schema names. */
export interface CelObject {
  readonly kind: 'object';
  /** Whether the schema names a field, by its name in expressions. */
  knows(field: string): boolean;
  /** The value of a field; undefined when the object does not have it. */
  get(field: string): CelValue | undefined;
}

/** A set, or a list of objects that are told apart by keys: their order does not count. */
export interface CelUnordered {
  readonly kind: 'unordered';
  readonly items: readonly CelValue[];
}

/** A value that may be missing. */
export interface CelOptional {
  readonly kind: 'optional';
  readonly value?: CelValue;
}

/** An amount, in billionths. */
export interface CelQuantity {
  readonly kind: 'quantity';
  readonly nano: bigint;
}

/** A span of time, in nanoseconds. */
export interface CelDuration {
  readonly kind: 'duration';
  readonly nano: bigint;
}

/** A value of a kind that is not evaluated, such as a time. */
export interface CelOpaque {
  readonly kind: 'opaque';
}

/** The value that is not evaluated. */
export const OPAQUE: CelOpaque = { kind: 'opaque' };
/** The missing value. */
export const NONE: CelOptional = { kind: 'optional' };

/** The expression fails for this value, as it does on the server: a missing key, a division by zero. */
export class CelError extends Error {
  readonly code = 'cel-error';
}

/** What is asked for is not known here, so that there is no verdict. */
export class CelUnsupported extends Error {
  readonly code = 'cel-unsupported';
}

/** Whether a value is of one of the kinds that are objects here. */
export function isKind<K extends 'object' | 'unordered' | 'optional' | 'quantity' | 'duration' | 'opaque'>(
  value: CelValue,
  kind: K,
): value is Extract<CelValue, { readonly kind: K }> {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === kind;
}

/** Whether a value is a list in which the order counts. */
export function isList(value: CelValue): value is readonly CelValue[] {
  return Array.isArray(value);
}

/** Whether a value is a map. */
export function isMap(value: CelValue): value is ReadonlyMap<string, CelValue> {
  return value instanceof Map;
}

/** The items of a list, whether their order counts or not, where it makes no difference. */
export function itemsOf(value: CelValue): readonly CelValue[] | undefined {
  if (isList(value)) return value;
  return isKind(value, 'unordered') ? value.items : undefined;
}
