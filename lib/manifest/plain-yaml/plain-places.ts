import type { ManifestPath, Span } from '../position';
import { readKey } from './read-key';

/** A field on its line: its name, and what stands behind the colon. */
export const ENTRY = /^("[^"\\]*"|'[^']*'|[^\s:#'"]+):(?: +(\S.*))?$/;

/** Where something stands, undefined where there is no such thing, or that only the whole reader can tell. */
export type PlainPlace = Span | undefined | 'unclear';

/** A block of fields or of items; the first of the fields may follow a dash on its line. */
interface Block {
  readonly line: number;
  readonly indent: number;
}

/** A field or an item, and what it holds: a block, brackets, or else a single value. */
interface Found {
  readonly span: Span;
  readonly below: Block | 'brackets' | undefined;
  /** Whether its span ends with the line, where something stands behind it. */
  readonly isUnclear: boolean;
}

/** Finds fields and items in a document that `readPlainYaml` can read, without reading all of it. */
export class PlainPlaces {
  private readonly lines: readonly string[];
  private readonly starts: number[] = [];

  constructor(text: string) {
    this.lines = text.split('\n');
    let start = 0;
    for (const line of this.lines) {
      this.starts.push(start);
      start += line.length + 1;
    }
  }

  /**
   * The name of a field, or an item of a list, as the whole reader finds it: to the end of its first line, where it has
   * several.
   */
  find(path: ManifestPath): PlainPlace {
    const root = this.nextLine(0);
    let found: Found = {
      span: this.toLineEnd(root, 0),
      below: { line: root, indent: 0 },
      isUnclear: this.goesOn(root),
    };
    for (const step of path) {
      const { below } = found;
      if (below === undefined) return undefined;
      if (below === 'brackets') return 'unclear';
      const next = this.isItem(below.line, below.indent) ? this.item(below, step) : this.field(below, String(step));
      if (next === undefined) return undefined;
      found = next;
    }
    return found.isUnclear ? 'unclear' : found.span;
  }

  private field({ line: first, indent }: Block, name: string): Found | undefined {
    for (let line = first; line >= 0; line = this.nextSibling(line, indent)) {
      const entry = this.isItem(line, indent) ? null : ENTRY.exec(this.textAt(line, indent));
      const key = entry?.[1];
      if (key === undefined || readKey(key) !== name) continue;
      const start = (this.starts[line] ?? 0) + indent;
      const span = { start, end: start + key.length };
      return { span, below: this.below(line, indent, entry?.[2] ?? ''), isUnclear: false };
    }
    return undefined;
  }

  private item({ line: first, indent }: Block, position: string | number): Found | undefined {
    if (typeof position !== 'number') return undefined;
    let count = 0;
    for (let line = first; line >= 0 && this.isItem(line, indent); line = this.nextSibling(line, indent)) {
      if (count === position) return this.itemAt(line, indent);
      count += 1;
    }
    return undefined;
  }

  private itemAt(line: number, indent: number): Found {
    const text = this.lines[line] ?? '';
    const start = indent + 1 + indentOf(text.slice(indent + 1));
    const value = this.textAt(line, start);
    const isFields = !/^[[{]/.test(value) && ENTRY.test(value);
    return {
      span: this.toLineEnd(line, start),
      below: isFields ? { line, indent: start } : this.below(line, indent, value),
      isUnclear: this.goesOn(line),
    };
  }

  /** What a field or item holds behind which `text` stands. */
  private below(line: number, indent: number, text: string): Found['below'] {
    if (/^[[{]/.test(text)) return 'brackets';
    if (text !== '' && !text.startsWith('#')) return undefined;
    const next = this.nextLine(line + 1);
    const nextIndent = indentOf(this.lines[next] ?? '');
    if (next < 0 || nextIndent < indent || (nextIndent === indent && !this.isItem(next, indent))) return undefined;
    return { line: next, indent: nextIndent };
  }

  /** The next line of a block that does not belong to what stands above it; -1 after the last. */
  private nextSibling(line: number, indent: number): number {
    let next = this.nextLine(line + 1);
    while (next >= 0 && indentOf(this.lines[next] ?? '') > indent) next = this.nextLine(next + 1);
    return next >= 0 && indentOf(this.lines[next] ?? '') === indent ? next : -1;
  }

  /** The first line from this one on that is neither empty nor a comment; -1 if there is none. */
  private nextLine(from: number): number {
    for (let line = from; line < this.lines.length; line += 1) if (/^ *[^ #]/.test(this.lines[line] ?? '')) return line;
    return -1;
  }

  private isItem(line: number, indent: number): boolean {
    return /^-(?: |$)/.test((this.lines[line] ?? '').slice(indent));
  }

  /** Whether a line may go on behind its value. */
  private goesOn(line: number): boolean {
    return /#| $/.test(this.lines[line] ?? '');
  }

  private textAt(line: number, indent: number): string {
    return (this.lines[line] ?? '').slice(indent).trimEnd();
  }

  private toLineEnd(line: number, indent: number): Span {
    const start = this.starts[line] ?? 0;
    return { start: start + indent, end: start + (this.lines[line]?.length ?? 0) };
  }
}

function indentOf(line: string): number {
  let indent = 0;
  while (line.charCodeAt(indent) === SPACE) indent += 1;
  return indent;
}

const SPACE = 32;
