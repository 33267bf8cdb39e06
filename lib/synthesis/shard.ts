/** One of several runs that share the files of an app between them. */
export interface Shard {
  /** From 1. */
  readonly index: number;
  readonly count: number;
}

/** The items of a list that are a shard's; every item belongs to exactly one shard of a count. */
export function inShard<T>(items: readonly T[], { index, count }: Shard): T[] {
  return items.filter((_item, position) => position % count === index - 1);
}
