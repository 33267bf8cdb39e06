import { parseGoDuration } from '../go-duration';
import { readGoPattern } from '../go-pattern';
import { parseQuantity } from '../quantity';
import { inRange, order } from './cel-operators';
import {
  CelError,
  type CelOptional,
  type CelQuantity,
  CelUnsupported,
  type CelValue,
  isKind,
  isList,
  isMap,
  itemsOf,
  NONE,
} from './cel-value';

type CelFunction = (...values: CelValue[]) => CelValue;

const WHOLE_NUMBER = /^[+-]?[0-9]{1,19}$/;
const ASCII = /^[\x20-\x7e]*$/;

/** The functions that are known, by name and number of arguments; the object of a method counts as its first. */
const FUNCTIONS: ReadonlyMap<string, CelFunction> = new Map<string, CelFunction>([
  ['size/1', (value) => BigInt(sizeOf(value))],
  ['dyn/1', (value) => value],
  ['int/1', toInt],
  ['double/1', (value) => (typeof value === 'bigint' ? Number(value) : number(value))],
  ['string/1', toText],
  ['startsWith/2', (value, part) => text(value).startsWith(text(part))],
  ['endsWith/2', (value, part) => text(value).endsWith(text(part))],
  ['contains/2', (value, part) => text(value).includes(text(part))],
  ['matches/2', (value, pattern) => matches(text(value), text(pattern))],
  ['lowerAscii/1', (value) => text(value).replace(/[A-Z]/g, (letter) => letter.toLowerCase())],
  ['upperAscii/1', (value) => text(value).replace(/[a-z]/g, (letter) => letter.toUpperCase())],
  ['trim/1', (value) => ascii(value).trim()],
  ['indexOf/2', (value, part) => BigInt(ascii(value).indexOf(ascii(part)))],
  ['lastIndexOf/2', (value, part) => BigInt(ascii(value).lastIndexOf(ascii(part)))],
  [
    'replace/3',
    (value, part, other) => text(value).replaceAll(part === '' ? text(null) : text(part), () => text(other)),
  ],
  ['split/2', (value, part) => (text(part) === '' ? [...text(value)] : text(value).split(text(part)))],
  ['substring/2', (value, start) => substring(ascii(value), start, BigInt(ascii(value).length))],
  ['substring/3', (value, start, end) => substring(ascii(value), start, end)],
  ['join/1', (value) => list(value).map(text).join('')],
  ['join/2', (value, part) => list(value).map(text).join(text(part))],
  ['isSorted/1', (value) => list(value).every((item, at, all) => at === 0 || order(all[at - 1] ?? null, item) <= 0)],
  ['sum/1', (value) => inRange(list(value).reduce<bigint>((sum, item) => sum + whole(item), 0n))],
  ['min/1', (value) => extreme(value, -1)],
  ['max/1', (value) => extreme(value, 1)],
  ['isQuantity/1', (value) => parseQuantity(text(value)) !== undefined],
  ['quantity/1', toQuantity],
  ['isGreaterThan/2', (value, other) => amount(value) > amount(other)],
  ['isLessThan/2', (value, other) => amount(value) < amount(other)],
  [
    'compareTo/2',
    (value, other) => BigInt(Number(amount(value) > amount(other)) - Number(amount(value) < amount(other))),
  ],
  ['duration/1', toDuration],
  ['hasValue/1', (value) => optional(value).value !== undefined],
  ['orValue/2', (value, other) => optional(value).value ?? other],
  ['or/2', (value, other) => (optional(value).value === undefined ? optional(other) : value)],
  ['value/1', heldBy],
  ['optional.none/0', () => NONE],
  ['optional.of/1', (value) => ({ kind: 'optional', value })],
]);

/** The result of a function. @throws CelUnsupported when it is not known, or not for such values. */
export function callFunction(name: string, values: readonly CelValue[]): CelValue {
  const known = FUNCTIONS.get(`${name}/${values.length}`);
  if (known === undefined) throw new CelUnsupported(`the function ${name}`);
  return known(...values);
}

function sizeOf(value: CelValue): number {
  if (typeof value === 'string') return [...value].length;
  const items = itemsOf(value);
  if (items) return items.length;
  if (isMap(value)) return value.size;
  throw new CelUnsupported('the size of such a value');
}

function toInt(value: CelValue): bigint {
  if (typeof value === 'bigint') return value;
  if (typeof value === 'string') {
    if (WHOLE_NUMBER.test(value)) return inRange(BigInt(value.replace('+', '')));
    throw new CelError('the text is no whole number');
  }
  const fraction = number(value);
  if (!Number.isFinite(fraction)) throw new CelError('integer overflow');
  return inRange(BigInt(Math.trunc(fraction)));
}

function toText(value: CelValue): string {
  return typeof value === 'bigint' || typeof value === 'boolean' ? String(value) : text(value);
}

function matches(value: string, pattern: string): boolean {
  const read = readGoPattern(pattern);
  if (read === undefined) throw new CelUnsupported(`the regular expression ${pattern}`);
  return read.test(value);
}

function substring(value: string, start: CelValue, end: CelValue): string {
  const [from, to] = [whole(start), whole(end)];
  if (from < 0n || to < from || to > BigInt(value.length)) throw new CelError('index out of range');
  return value.slice(Number(from), Number(to));
}

function extreme(value: CelValue, sign: number): CelValue {
  const [first, ...others] = list(value);
  if (first === undefined) throw new CelError('min and max need a list that is not empty');
  return others.reduce((best, item) => (order(item, best) * sign > 0 ? item : best), first);
}

function toQuantity(value: CelValue): CelQuantity {
  const quantity = parseQuantity(text(value));
  if (quantity === undefined) throw new CelError('the text is no quantity');
  return { kind: 'quantity', nano: quantity.nano };
}

function toDuration(value: CelValue): CelValue {
  const nano = parseGoDuration(text(value));
  if (nano === undefined) throw new CelError('the text is no duration');
  return { kind: 'duration', nano };
}

function heldBy(value: CelValue): CelValue {
  const held = optional(value).value;
  if (held === undefined) throw new CelError('the optional value is missing');
  return held;
}

function text(value: CelValue): string {
  if (typeof value === 'string') return value;
  throw new CelUnsupported('a function of texts for another value');
}

/** Positions are counted in code points there and in UTF-16 here, which is the same for these. */
function ascii(value: CelValue): string {
  if (ASCII.test(text(value))) return text(value);
  throw new CelUnsupported('positions in a text with letters beyond ASCII');
}

function number(value: CelValue): number {
  if (typeof value === 'number') return value;
  throw new CelUnsupported('a function of numbers for another value');
}

function whole(value: CelValue): bigint {
  if (typeof value === 'bigint') return value;
  throw new CelUnsupported('a function of whole numbers for another value');
}

function list(value: CelValue): readonly CelValue[] {
  if (isList(value)) return value;
  throw new CelUnsupported('a function of lists for another value');
}

function amount(value: CelValue): bigint {
  if (isKind(value, 'quantity')) return value.nano;
  throw new CelUnsupported('a function of quantities for another value');
}

function optional(value: CelValue): CelOptional {
  if (isKind(value, 'optional')) return value;
  throw new CelUnsupported('a function of optional values for another value');
}
