import type { Complaint } from '../syntax-problem';
import type { LineKind } from './scan-lines';

/** The lines of a document that does not parse, and where the parser stopped. Lines and columns count from 0. */
export interface BrokenText {
  readonly lines: readonly string[];
  readonly kinds: readonly LineKind[];
  readonly line: number;
  readonly column: number;
}

/** A guess at what was meant: lines to replace, the place of the mistake, and what to say about it (nothing when `kubectl` takes the text as it is). */
export interface Repair {
  readonly edits: ReadonlyMap<number, string>;
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly complaint?: Complaint;
}

/** Offers repairs, the likeliest first. Whether one helps is tried by parsing. */
export type Diagnose = (broken: BrokenText) => Repair[];

/** The line at hand, the next one and the previous one, blank lines and comments left out. */
export function nearbyLines({ lines, line }: BrokenText): number[] {
  const isContent = (at: number): boolean => /^\s*[^\s#]/.test(lines[at] ?? '');
  const near = [line];
  for (let at = line - 1; at >= 0; at--) {
    if (isContent(at)) {
      near.push(at);
      break;
    }
  }
  for (let at = line + 1; at < lines.length; at++) {
    if (isContent(at)) {
      near.push(at);
      break;
    }
  }
  return near;
}

/** A repair of one line. */
export function replaceLine(line: number, text: string, start: number, end: number, complaint?: Complaint): Repair {
  return { edits: new Map([[line, text]]), line, start, end, ...(complaint && { complaint }) };
}
