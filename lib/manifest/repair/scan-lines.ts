/**
 * What the start of a line belongs to: the block structure of the document, a bracketed collection, a quoted text or a
 * block scalar (`|`, `>`) that began on an earlier line.
 */
export type LineKind = 'block' | 'flow' | 'quoted' | 'scalar';

interface State {
  quote: '"' | "'" | undefined;
  flowDepth: number;
  /** The column that the lines of a block scalar have to exceed. */
  scalarParent: number | undefined;
}

/** Tells for each line what its start belongs to. A tab in front of a line reaches to the next multiple of `tabWidth`. */
export function scanLines(lines: readonly string[], tabWidth: number): LineKind[] {
  const state: State = { quote: undefined, flowDepth: 0, scalarParent: undefined };
  return lines.map((line) => {
    if (state.scalarParent !== undefined) {
      if (line.trim() === '' || indentOf(line, tabWidth) > state.scalarParent) return 'scalar';
      state.scalarParent = undefined;
    }
    const kind = state.quote ? 'quoted' : state.flowDepth > 0 ? 'flow' : 'block';
    scanLine(line, state, tabWidth);
    return kind;
  });
}

/** The column of the first character that is neither space nor tab. */
export function indentOf(line: string, tabWidth: number): number {
  let column = 0;
  for (const character of line) {
    if (character === ' ') column++;
    else if (character === '\t') column += tabWidth - (column % tabWidth);
    else break;
  }
  return column;
}

function scanLine(line: string, state: State, tabWidth: number): void {
  let at = state.quote ? 0 : line.length - line.trimStart().length;
  let key = indentOf(line, tabWidth);
  while (at < line.length) {
    const character = line[at] as string;
    if (state.quote) {
      at = closeQuote(line, at, state);
    } else if (character === '"' || character === "'") {
      state.quote = character;
      at++;
    } else if (character === '[' || character === '{') {
      state.flowDepth++;
      at++;
    } else if (state.flowDepth > 0 && (character === ']' || character === '}')) {
      state.flowDepth--;
      at++;
    } else if (character === '#' && (at === 0 || /\s/.test(line[at - 1] ?? ''))) {
      return;
    } else if (
      state.flowDepth === 0 &&
      (character === '|' || character === '>') &&
      /^[|>][-+0-9]*\s*(?:\s#.*)?$/.test(line.slice(at))
    ) {
      state.scalarParent = key;
      return;
    } else if (/[\s,:]/.test(character)) {
      at++;
    } else if (state.flowDepth === 0 && /^[-?]\s/.test(line.slice(at, at + 2))) {
      const next = at + 1 + (/^\s*/.exec(line.slice(at + 1))?.[0].length ?? 0);
      if (!/^[|>]/.test(line.slice(next))) key += next - at;
      at = next;
    } else {
      at = endOfPlain(line, at, state.flowDepth > 0);
    }
  }
}

function closeQuote(line: string, start: number, state: State): number {
  for (let at = start; at < line.length; at++) {
    if (line[at] === '\\' && state.quote === '"') at++;
    else if (line[at] === state.quote) {
      if (state.quote === "'" && line[at + 1] === "'") at++;
      else {
        state.quote = undefined;
        return at + 1;
      }
    }
  }
  return line.length;
}

function endOfPlain(line: string, start: number, inFlow: boolean): number {
  const end = inFlow ? /:(?=[\s,[\]{}])|\s#|[,[\]{}]|$/g : /:(?=\s|$)|\s#|$/g;
  end.lastIndex = start + 1;
  return end.exec(line)?.index ?? line.length;
}
