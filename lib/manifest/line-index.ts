import type { Position, Span } from './position';

/** Turns offsets of a text into lines and columns. The lines are counted when the first position is asked for. */
export class LineIndex {
  private starts: number[] | undefined;

  constructor(readonly text: string) {}

  /** The position of a span; its length ends with the line that it starts on. */
  position({ start, end }: Span): Position {
    const starts = this.lineStarts();
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= start) low = middle;
      else high = middle - 1;
    }
    const lineStart = starts[low] ?? 0;
    const lineEnd = starts[low + 1] ?? this.text.length + 1;
    return { line: low + 1, column: start - lineStart + 1, length: Math.max(1, Math.min(end, lineEnd - 1) - start) };
  }

  private lineStarts(): number[] {
    if (this.starts === undefined) {
      this.starts = [0];
      for (let at = this.text.indexOf('\n'); at >= 0; at = this.text.indexOf('\n', at + 1)) this.starts.push(at + 1);
    }
    return this.starts;
  }
}
