/** The kinds of types that have no parts. */
export type SimpleKind =
  | 'bool'
  | 'bytes'
  | 'cidr'
  | 'double'
  | 'duration'
  | 'dyn'
  | 'format'
  | 'int'
  | 'ip'
  | 'null'
  | 'quantity'
  | 'semver'
  | 'string'
  | 'timestamp'
  | 'type'
  | 'uint'
  | 'unknown'
  | 'url';

/** The type of a part of an expression; `unknown` where it is not told here, `dyn` where the language leaves it open. */
export type CelType =
  | { readonly kind: SimpleKind }
  | { readonly kind: 'list'; readonly item: CelType }
  | { readonly kind: 'map'; readonly key: CelType; readonly value: CelType }
  | { readonly kind: 'optional'; readonly of: CelType }
  | CelObjectType;

/** An object whose fields are known, by their names in expressions. */
export interface CelObjectType {
  readonly kind: 'object';
  readonly fields: ReadonlyMap<string, CelType>;
}

/** The type of what is not told. */
export const UNKNOWN: CelType = { kind: 'unknown' };
/** The type of what is open until it is evaluated. */
export const DYN: CelType = { kind: 'dyn' };
export const BOOL: CelType = { kind: 'bool' };
export const INT: CelType = { kind: 'int' };
export const STRING: CelType = { kind: 'string' };

/** The kinds that null is never equal to. */
const NEVER_NULL: ReadonlySet<string> = new Set(['bool', 'bytes', 'double', 'int', 'string', 'uint']);

/** Whether a value of a type may be of any other. */
export function isOpen({ kind }: CelType): boolean {
  return kind === 'unknown' || kind === 'dyn';
}

/** Whether no value can be of both types; false as well where that is not told. */
export function areDisjoint(a: CelType, b: CelType): boolean {
  if (isOpen(a) || isOpen(b) || a === b) return false;
  if (a.kind === 'null') return NEVER_NULL.has(b.kind);
  if (b.kind === 'null') return NEVER_NULL.has(a.kind);
  if (a.kind === 'list' && b.kind === 'list') return areDisjoint(a.item, b.item);
  if (a.kind === 'map' && b.kind === 'map') return areDisjoint(a.key, b.key) || areDisjoint(a.value, b.value);
  if (a.kind === 'optional' && b.kind === 'optional') return areDisjoint(a.of, b.of);
  return a.kind !== b.kind;
}

/** The type of a value that is of one of two types. */
export function joined(a: CelType, b: CelType): CelType {
  return a.kind === b.kind && !('item' in a || 'of' in a || 'key' in a || 'fields' in a) ? a : a === b ? a : UNKNOWN;
}

/** A type in the words of the language: `list(string)`. */
export function typeName(type: CelType): string {
  switch (type.kind) {
    case 'list':
      return `list(${typeName(type.item)})`;
    case 'map':
      return `map(${typeName(type.key)}, ${typeName(type.value)})`;
    case 'optional':
      return `optional_type(${typeName(type.of)})`;
    default:
      return type.kind === 'unknown' ? 'dyn' : type.kind;
  }
}
