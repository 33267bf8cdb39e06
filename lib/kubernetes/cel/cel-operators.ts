import { CelError, CelUnsupported, type CelValue, isKind, isList, isMap, itemsOf } from './cel-value';

const LARGEST = 2n ** 63n - 1n;
const LEAST = -(2n ** 63n);
/** Texts are ordered by code points there and by UTF-16 here, which differs for these. */
const SURROGATE = /[\ud800-\udfff]/;

/** Whether two values are equal. Objects are not compared. */
export function isEqual(a: CelValue, b: CelValue): boolean {
  if (isNumber(a) && isNumber(b)) return a <= b && a >= b;
  if (isList(a) && isList(b)) return a.length === b.length && a.every((item, index) => isEqual(item, b[index] ?? null));
  if (isMap(a) && isMap(b)) {
    if (a.size !== b.size) return false;
    for (const [key, value] of a) {
      const other = b.get(key);
      if (other === undefined || !isEqual(value, other)) return false;
    }
    return true;
  }
  for (const kind of ['quantity', 'duration'] as const)
    if (isKind(a, kind) && isKind(b, kind)) return a.nano === b.nano;
  for (const value of [a, b])
    if (typeof value === 'object' && value !== null && 'kind' in value)
      throw new CelUnsupported('a comparison of objects, or of lists whose order does not count');
  return a === b;
}

/** Less than zero, zero or more, as two values are ordered. */
export function order(a: CelValue, b: CelValue): number {
  if (isNumber(a) && isNumber(b)) {
    if (Number.isNaN(Number(a)) || Number.isNaN(Number(b))) throw new CelUnsupported('a comparison with NaN');
    return a < b ? -1 : Number(a > b);
  }
  if (typeof a === 'string' && typeof b === 'string' && !SURROGATE.test(a + b)) return a < b ? -1 : Number(a > b);
  if (isKind(a, 'duration') && isKind(b, 'duration')) return a.nano < b.nano ? -1 : Number(a.nano > b.nano);
  throw new CelUnsupported('a comparison of such values');
}

/** The result of an operator between two values, logical ones aside. */
export function operate(sign: string, a: CelValue, b: CelValue): CelValue {
  switch (sign) {
    case '==':
      return isEqual(a, b);
    case '!=':
      return !isEqual(a, b);
    case '<':
      return order(a, b) < 0;
    case '<=':
      return order(a, b) <= 0;
    case '>':
      return order(a, b) > 0;
    case '>=':
      return order(a, b) >= 0;
    case 'in':
      return isIn(a, b);
    default:
      return calculate(sign, a, b);
  }
}

function isIn(value: CelValue, container: CelValue): boolean {
  const items = itemsOf(container);
  if (items) return items.some((item) => isEqual(item, value));
  if (isMap(container) && typeof value === 'string') return container.has(value);
  throw new CelUnsupported('`in` for such values');
}

function calculate(sign: string, a: CelValue, b: CelValue): CelValue {
  if (typeof a === 'bigint' && typeof b === 'bigint') return wholeNumbers(sign, a, b);
  if (typeof a === 'number' && typeof b === 'number') {
    if (sign === '+') return a + b;
    if (sign === '-') return a - b;
    if (sign === '*') return a * b;
    if (sign === '/') return a / b;
  }
  if (sign === '+' && typeof a === 'string' && typeof b === 'string') return a + b;
  if (sign === '+' && isList(a) && isList(b)) return [...a, ...b];
  throw new CelUnsupported(`\`${sign}\` for such values`);
}

function wholeNumbers(sign: string, a: bigint, b: bigint): bigint {
  if ((sign === '/' || sign === '%') && b === 0n) throw new CelError('division by zero');
  const result = sign === '+' ? a + b : sign === '-' ? a - b : sign === '*' ? a * b : sign === '/' ? a / b : a % b;
  return inRange(result);
}

/** A whole number of 64 bits. */
export function inRange(value: bigint): bigint {
  if (value < LEAST || value > LARGEST) throw new CelError('integer overflow');
  return value;
}

function isNumber(value: CelValue): value is bigint | number {
  return typeof value === 'bigint' || typeof value === 'number';
}
