import type { ManifestPath } from '../../manifest/position';

/** A value as it is written in TypeScript: plain data, except that a name may stand for a constant of the program. */
export type Expression =
  | { readonly form: 'value'; readonly value: string | number | boolean | null }
  | { readonly form: 'name'; readonly name: string }
  | { readonly form: 'object'; readonly entries: readonly Entry[] }
  | { readonly form: 'list'; readonly items: readonly Item[] };

/** What comments belong to. */
export interface Commented {
  /** Where in the manifest it comes from. */
  readonly path?: ManifestPath;
  /** Lines of comment above it. */
  before?: string[];
  /** Lines of comment below it. */
  after?: string[];
}

/** A property of an object. */
export interface Entry extends Commented {
  readonly key: string;
  readonly value: Expression;
}

/** An element of a list. */
export interface Item extends Commented {
  readonly value: Expression;
}

/** Plain data at a place of a manifest, as it is. */
export function dataExpression(value: unknown, path: ManifestPath): Expression {
  if (Array.isArray(value)) {
    return { form: 'list', items: value.map((item, index) => dataItem(item, [...path, index])) };
  }
  if (typeof value !== 'object' || value === null) return { form: 'value', value: value as string };
  return { form: 'object', entries: Object.entries(value).map(([key, item]) => dataEntry(key, item, [...path, key])) };
}

/** A property that holds plain data. */
export function dataEntry(key: string, value: unknown, path: ManifestPath): Entry {
  return { key, value: dataExpression(value, path), path };
}

function dataItem(value: unknown, path: ManifestPath): Item {
  return { value: dataExpression(value, path), path };
}

/** An object of these properties. */
export function objectOf(entries: readonly Entry[]): Expression {
  return { form: 'object', entries };
}
