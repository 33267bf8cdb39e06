const BLOCK = /^```(\w+)(?: ([^\n]*))?\n(.*?)^```$/gms;

/** A code block of a page. */
export interface Block {
  readonly language: string;
  /** What stands behind the language: the name of a file, or a remark. */
  readonly note: string;
  readonly text: string;
  /** The line of the page on which it begins, from 1 on. */
  readonly line: number;
}

/** The code blocks of a page in their order. */
export function blocksOf(page: string): Block[] {
  return [...page.matchAll(BLOCK)].map(({ index, 1: language = '', 2: note = '', 3: text = '' }) => ({
    language,
    note,
    text,
    line: page.slice(0, index).split('\n').length,
  }));
}

/**
 * A page with other blocks in the places of its own.
 *
 * @throws Error when there are too few.
 */
export function withBlocks(page: string, blocks: readonly Block[]): string {
  let index = 0;
  return page.replace(BLOCK, () => {
    const block = blocks[index++];
    if (!block) throw new Error('the pages do not have the same blocks');
    return `\`\`\`${block.language}${block.note && ` ${block.note}`}\n${block.text}\`\`\``;
  });
}
