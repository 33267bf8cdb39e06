/** A list of indexes: how many it names, or why it cannot be read. */
export type IndexList = { readonly count: number } | { readonly reason: string };

/**
 * Reads a list of indexes such as `1,3-5`: numbers and intervals, in ascending order, each below `completions`.
 *
 * Follows kubernetes pkg/apis/batch/validation/validation.go validateIndexesFormat, parseIndexInterval.
 */
export function readIndexList(text: string, completions: number): IndexList {
  if (text === '') return { count: 0 };
  let last = -1;
  let count = 0;
  for (const interval of text.split(',')) {
    const ends = interval.split('-');
    if (ends.length > 2) return { reason: `${interval} has more than two ends` };
    const [from, to = from] = ends.map(readIndex);
    if (from === undefined || to === undefined)
      return { reason: `${interval} is not an index or an interval of indexes` };
    if (from >= completions || to >= completions)
      return { reason: `${interval} is not below completions, ${completions}` };
    if (ends.length === 2 && from >= to) return { reason: `${interval} does not ascend` };
    if (last >= from) return { reason: `${from} does not come after ${last}` };
    count += to - from + 1;
    last = to;
  }
  return { count };
}

function readIndex(text: string): number | undefined {
  return /^\+?[0-9]+$/.test(text) ? Number(text) : undefined;
}
