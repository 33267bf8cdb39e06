/** How much of a line is shown, in characters. */
const WIDTH = 120;

/** How many characters are shown in front of the place when a line has to be cut. */
const LEAD = 40;

/**
 * The line of a text that a position names, with carets below what is meant:
 *
 *     4 |   prot: 22
 *           ^^^^
 *
 * A long line is cut around the place, and tabs count as one space. Empty when the text has no such line.
 *
 * @param line counted from 1
 * @param column counted from 1
 * @param length how many characters are meant, 1 by default
 */
export function excerpt(text: string, line: number, column: number, length = 1): string {
  const source = text.split('\n', line)[line - 1];
  if (source === undefined) return '';
  const shown = source.replace(/\r$/, '').replaceAll('\t', ' ');
  const start = shown.length <= WIDTH ? 0 : Math.max(0, Math.min(column - 1 - LEAD, shown.length - WIDTH));
  const prefix = start > 0 ? '…' : '';
  const suffix = start + WIDTH < shown.length ? '…' : '';
  const gutter = `${line} | `;
  const part = prefix + shown.slice(start, start + WIDTH) + suffix;
  const indent = gutter.length + prefix.length + Math.max(0, column - 1 - start);
  const carets = Math.max(1, Math.min(length, part.length - (indent - gutter.length)));
  return `${gutter}${part}\n${' '.repeat(indent)}${'^'.repeat(carets)}`;
}
