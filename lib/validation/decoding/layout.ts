import { type Field, fieldOf, typeInfo } from '../../kubernetes/types';

/** The fields of a type as one minor serves them. */
export type Layout = ReadonlyMap<string, Field>;

const cache = new Map<number, Map<string, Layout>>();

/** The fields of a type as one minor serves them; computed once. */
export function layoutOf(type: string, minor: number): Layout {
  let layouts = cache.get(minor);
  if (layouts === undefined) {
    layouts = new Map();
    cache.set(minor, layouts);
  }
  let layout = layouts.get(type);
  if (layout === undefined) {
    const info = typeInfo(type);
    layout = new Map(
      [...info.fields.keys()].flatMap((name) => fieldOf(info, name, minor) ?? []).map((field) => [field.name, field]),
    );
    layouts.set(type, layout);
  }
  return layout;
}
