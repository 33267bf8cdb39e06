/** The lines of a text and where each of them begins. Lines and columns count from 0. */
export interface TextLines {
  readonly lines: readonly string[];
  readonly starts: readonly number[];
}

export function textLines(lines: readonly string[]): TextLines {
  let start = 0;
  const starts = lines.map((line) => {
    const at = start;
    start += line.length + 1;
    return at;
  });
  return { lines, starts };
}

/** The line and column of an offset. */
export function placeOf({ starts }: TextLines, offset: number): { line: number; column: number } {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low, column: offset - (starts[low] ?? 0) };
}

/**
 * The offset in the original text of a column in a mended line: what both lines begin and end with keeps its place,
 * what was changed in between is found where the change begins.
 */
export function originalOffset(original: TextLines, mended: TextLines, line: number, column: number): number {
  const before = original.lines[line] ?? '';
  const after = mended.lines[line] ?? '';
  const start = original.starts[line] ?? 0;
  if (before === after) return start + column;
  const prefix = commonLength(before, after, (text, at) => text.charCodeAt(at));
  if (column <= prefix) return start + column;
  const suffix = commonLength(before.slice(prefix), after.slice(prefix), (text, at) =>
    text.charCodeAt(text.length - 1 - at),
  );
  const fromEnd = after.length - column;
  return start + (fromEnd <= suffix ? before.length - fromEnd : prefix);
}

function commonLength(a: string, b: string, codeAt: (text: string, at: number) => number): number {
  const longest = Math.min(a.length, b.length);
  let length = 0;
  while (length < longest && codeAt(a, length) === codeAt(b, length)) length++;
  return length;
}
