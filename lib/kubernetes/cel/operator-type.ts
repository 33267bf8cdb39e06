import { areDisjoint, BOOL, type CelType, isOpen, joined, UNKNOWN } from './cel-type';

const NUMBERS: ReadonlySet<string> = new Set(['double', 'int', 'uint']);
const ORDERED: ReadonlySet<string> = new Set(['bool', 'bytes', 'duration', 'string', 'timestamp']);
/** What the sums and differences of times are. */
const TIMES: Readonly<Record<string, CelType>> = {
  'duration + duration': { kind: 'duration' },
  'duration + timestamp': { kind: 'timestamp' },
  'timestamp + duration': { kind: 'timestamp' },
  'duration - duration': { kind: 'duration' },
  'timestamp - duration': { kind: 'timestamp' },
  'timestamp - timestamp': { kind: 'duration' },
};
/** The kinds of values that may be calculated with, and may be null. */
const MAYBE_NULL: ReadonlySet<string> = new Set(['duration', 'null', 'timestamp']);
const CALCULATED: Readonly<Record<string, ReadonlySet<string>>> = {
  '+': new Set([...NUMBERS, 'bytes', 'duration', 'list', 'string', 'timestamp']),
  '-': new Set([...NUMBERS, 'duration', 'timestamp']),
  '*': NUMBERS,
  '/': NUMBERS,
  '%': new Set(['int', 'uint']),
};

/**
 * The type of what an operator makes of values of these types; undefined when there is none for them.
 *
 * Follows cel-go common/stdlib/standard.go, with comparisons of numbers across types.
 */
export function operatorType(sign: string, types: readonly CelType[]): CelType | undefined {
  const [a = UNKNOWN, b = UNKNOWN, c = UNKNOWN] = types;
  switch (sign) {
    case '!':
      return areDisjoint(a, BOOL) ? undefined : BOOL;
    case '&&':
    case '||':
      return areDisjoint(a, BOOL) || areDisjoint(b, BOOL) ? undefined : BOOL;
    case '?:':
      return areDisjoint(a, BOOL) || areDisjoint(b, c) ? undefined : joined(b, c);
    case '==':
    case '!=':
      return areDisjoint(a, b) ? undefined : BOOL;
    case '<':
    case '<=':
    case '>':
    case '>=':
      return isComparable(a, b) ? BOOL : undefined;
    case 'in':
      return isContained(a, b) ? BOOL : undefined;
    case '-':
      return types.length === 1 ? negated(a) : calculated(sign, a, b);
    default:
      return calculated(sign, a, b);
  }
}

function isComparable(a: CelType, b: CelType): boolean {
  if (isOpen(a)) return isOpen(b) || NUMBERS.has(b.kind) || ORDERED.has(b.kind);
  if (NUMBERS.has(a.kind)) return isOpen(b) || NUMBERS.has(b.kind);
  return ORDERED.has(a.kind) && (isOpen(b) || a.kind === b.kind);
}

function isContained(value: CelType, container: CelType): boolean {
  if (isOpen(container)) return true;
  if (container.kind === 'list') return !areDisjoint(value, container.item);
  return container.kind === 'map' && !areDisjoint(value, container.key);
}

function negated(type: CelType): CelType | undefined {
  return isOpen(type) || type.kind === 'int' || type.kind === 'double' ? type : undefined;
}

function calculated(sign: string, a: CelType, b: CelType): CelType | undefined {
  const kinds = CALCULATED[sign];
  if (kinds === undefined) return UNKNOWN;
  if (isOpen(a) || isOpen(b)) {
    const other = isOpen(a) ? b : a;
    return isOpen(other) || kinds.has(other.kind) ? UNKNOWN : undefined;
  }
  if (a.kind === 'null' || b.kind === 'null')
    return [a, b].every(({ kind }) => MAYBE_NULL.has(kind)) ? UNKNOWN : undefined;
  const time = TIMES[`${a.kind} ${sign} ${b.kind}`];
  if (time) return time;
  const fits = kinds.has(a.kind) && !areDisjoint(a, b) && a.kind !== 'timestamp';
  return fits ? a : undefined;
}
