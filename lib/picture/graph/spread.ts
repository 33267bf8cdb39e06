/** Something that has a size and a place that it would like to have. */
export interface Spread {
  /** Where its middle would like to be. */
  readonly wanted: number;
  readonly size: number;
}

interface Block {
  readonly members: number;
  readonly size: number;
  /** The sum of where its members would like it to begin. */
  readonly sum: number;
}

/**
 * Places things in their order, a gap apart and each as close to its wish as all can be: the squares of the distances
 * are least.
 *
 * @returns Where the middle of each is.
 */
export function spread(things: readonly Spread[], gap: number): number[] {
  const blocks: Block[] = [];
  for (const { wanted, size } of things) {
    blocks.push({ members: 1, size, sum: wanted - size / 2 });
    for (let last = blocks.at(-1), before = blocks.at(-2); last && before && overlaps(before, last, gap); ) {
      blocks.splice(-2, 2, joined(before, last, gap));
      [last, before] = [blocks.at(-1), blocks.at(-2)];
    }
  }
  const middles: number[] = [];
  for (const block of blocks) {
    let start = startOf(block);
    for (let member = 0; member < block.members; member += 1) {
      const { size } = things[middles.length] as Spread;
      middles.push(start + size / 2);
      start += size + gap;
    }
  }
  return middles;
}

function startOf({ sum, members }: Block): number {
  return sum / members;
}

function overlaps(before: Block, after: Block, gap: number): boolean {
  return startOf(before) + before.size + gap > startOf(after);
}

/** The members of the second block ask for a place behind the first. */
function joined(first: Block, second: Block, gap: number): Block {
  const offset = first.size + gap;
  return {
    members: first.members + second.members,
    size: offset + second.size,
    sum: first.sum + second.sum - second.members * offset,
  };
}
