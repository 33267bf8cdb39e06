/** A part of an expression in the Common Expression Language. */
export type CelNode =
  | { readonly kind: 'literal'; readonly value: bigint | number | string | boolean | null }
  /** A literal that is not evaluated: bytes, an unsigned number, a text with an escape that is none. */
  | { readonly kind: 'other-literal'; readonly text: string }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'select'; readonly of: CelNode; readonly field: string; readonly optional: boolean }
  | { readonly kind: 'index'; readonly of: CelNode; readonly index: CelNode; readonly optional: boolean }
  /** A function, a method of `of`, or an operator, which is named by its sign: `+`, `?:`. */
  | { readonly kind: 'call'; readonly name: string; readonly of?: CelNode; readonly args: readonly CelNode[] }
  | { readonly kind: 'list'; readonly items: readonly CelNode[]; readonly optional: boolean }
  | { readonly kind: 'map'; readonly entries: readonly CelEntry[]; readonly optional: boolean }
  /** An object of a type that is named: `Object{spec: Object.spec{}}`. */
  | { readonly kind: 'message'; readonly of: CelNode; readonly entries: readonly CelEntry[] };

/** An entry of a map, or of a message, whose keys are texts. */
export interface CelEntry {
  readonly key: CelNode;
  readonly value: CelNode;
}
