import { type BrokenText, nearbyLines, type Repair } from './broken-text';
import { indentOf } from './scan-lines';

const TRIES = 12;

/** Blocks near the error that stand in no column of the lines above them, moved to one that does. */
export function wrongIndentation(broken: BrokenText): Repair[] {
  const repairs = nearbyLines(broken).flatMap((first) => {
    const text = broken.lines[first] ?? '';
    if (broken.kinds[first] !== 'block') return [];
    const indent = indentOf(text, 1);
    return [true, false].flatMap((withSiblings) => {
      const last = lastLine(broken, first, withSiblings ? indent : indent + 1);
      return columnsAbove(broken, first)
        .filter(({ column }) => column !== indent)
        .map((target) => ({ target, indent, first, last }));
    });
  });
  // What begins in the first column is hardly ever wrong; otherwise the smallest change is the likeliest.
  repairs.sort(
    (a, b) =>
      Number(a.indent === 0) - Number(b.indent === 0) ||
      a.last - a.first - (b.last - b.first) ||
      Math.abs(a.target.column - a.indent) - Math.abs(b.target.column - b.indent) ||
      b.target.column - a.target.column,
  );
  return repairs.slice(0, TRIES).map(({ target, indent, first, last }) => ({
    edits: shift(broken.lines, first, last, target.column - indent),
    line: first,
    start: 0,
    end: Math.max(indent, 1),
    complaint: {
      rule: 'valid-indentation',
      message: target.name
        ? `The line begins in column ${indent + 1}, but \`${target.name}\` above it in column ${target.column + 1}: what belongs together begins in the same column`
        : `The line begins in column ${indent + 1}, which fits nothing around it`,
      fix: `Begin it in column ${target.column + 1}${last > first ? ' and move the lines that belong to it likewise' : ''}, or in the column of the object it belongs to`,
    },
  }));
}

/** The columns in which something begins that the line may continue, the innermost first. */
function columnsAbove({ lines, kinds }: BrokenText, line: number): { column: number; name: string | undefined }[] {
  const columns: { column: number; name: string | undefined }[] = [];
  let outermost = Number.POSITIVE_INFINITY;
  for (let at = line - 1; at >= 0 && outermost > 0; at--) {
    const text = lines[at] ?? '';
    if (kinds[at] !== 'block' || !/^\s*[^\s#]/.test(text)) continue;
    const starts = [...startsOf(text)].filter(({ column }) => column < outermost);
    columns.push(...starts.reverse());
    outermost = Math.min(outermost, indentOf(text, 1));
  }
  return columns.length > 0 ? columns : [{ column: 0, name: undefined }];
}

/** Where the dashes and the first key of a line stand. */
function* startsOf(text: string): Generator<{ column: number; name: string | undefined }> {
  let column = indentOf(text, 1);
  for (let dash = /^- +/.exec(text.slice(column)); dash; dash = /^- +/.exec(text.slice(column))) {
    yield { column, name: '-' };
    column += dash[0].length;
  }
  const name = /^["']?([\w./-]+)["']?:(?:\s|$)/.exec(text.slice(column))?.[1];
  yield { column, name };
}

function lastLine({ lines }: BrokenText, first: number, minimum: number): number {
  let last = first;
  for (let at = first + 1; at < lines.length; at++) {
    const text = lines[at] ?? '';
    if (text.trim() === '') continue;
    if (indentOf(text, 1) < minimum) break;
    last = at;
  }
  return last;
}

function shift(lines: readonly string[], first: number, last: number, by: number): Map<number, string> {
  const edits = new Map<number, string>();
  for (let at = first; at <= last; at++) {
    const text = lines[at] ?? '';
    if (text.trim() !== '')
      edits.set(at, by > 0 ? ' '.repeat(by) + text : text.slice(Math.min(-by, indentOf(text, 1))));
  }
  return edits;
}
