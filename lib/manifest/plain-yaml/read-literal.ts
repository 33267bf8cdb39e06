/** A block of text below `|`, and the number of the line after it. */
export interface Literal {
  readonly value: string;
  readonly next: number;
}

/**
 * Reads the block of text below a `|` or `|-`; undefined for what only the whole grammar of YAML can read.
 *
 * @param first The number of the line after the `|`.
 * @param parent How far the field or item is indented that has the text.
 */
export function readLiteral(
  lines: readonly string[],
  first: number,
  parent: number,
  strip: boolean,
): Literal | undefined {
  let begin = first;
  let deepest = 0;
  while (begin < lines.length && isBlank(lines[begin] ?? '')) {
    deepest = Math.max(deepest, lines[begin]?.length ?? 0);
    begin += 1;
  }
  const indent = indentOf(lines[begin] ?? '');
  if (begin >= lines.length || indent <= parent || deepest > indent) return undefined;
  const text: string[] = new Array<string>(begin - first).fill('');
  let next = begin;
  let end = text.length;
  for (; next < lines.length; next += 1) {
    const line = lines[next] ?? '';
    if (indentOf(line) < indent && !isBlank(line)) break;
    text.push(line.slice(indent));
    if (line.length > indent) end = text.length;
  }
  const after = indentOf(lines[next] ?? '');
  // A text that goes on to the very end of the document has no last line break, which readers see differently.
  if (next >= lines.length ? lines.at(-1) !== '' : after > parent) return undefined;
  return { value: `${text.slice(0, end).join('\n')}${strip ? '' : '\n'}`, next };
}

function indentOf(line: string): number {
  let indent = 0;
  while (line.charCodeAt(indent) === SPACE) indent += 1;
  return indent;
}

function isBlank(line: string): boolean {
  return indentOf(line) === line.length;
}

const SPACE = 32;
