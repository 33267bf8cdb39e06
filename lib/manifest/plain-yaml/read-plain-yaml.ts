import { isObjectField } from '../repair/misread-fields';
import { ENTRY } from './plain-places';
import { readKey } from './read-key';
import { readLiteral } from './read-literal';
import { type PlainValue, readValue } from './read-value';

/** Characters that the whole reader treats in ways of its own, or that JavaScript takes for spaces and YAML does not. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const SPECIAL = /[^\S \n]|[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]/;
/** A line that is not of the document: the end of one, a directive. */
const MARKER = /^(?:---|\.\.\.|%)/m;
const LITERAL = /^\|(-?)$/;
const DEEPEST = 50;

/**
 * Reads a YAML document that is written as manifests usually are: blocks of fields and items, values on one line, texts
 * below `|`. It takes a fifth of the time of the whole reader.
 *
 * @returns The data, exactly as the whole reader reads it without a complaint; undefined for every document in which
 *   there is anything unusual, such as a mistake, an anchor or a text over several lines.
 */
export function readPlainYaml(text: string): Record<string, unknown> | undefined {
  if (SPECIAL.test(text) || MARKER.test(text)) return undefined;
  const reader = new PlainReader(text.split('\n'));
  return reader.read();
}

/** Thrown by what is not plain. */
class NotPlain extends Error {
  readonly code = 'not-plain';
}

const NOT_PLAIN = new NotPlain('not plain');

/** Goes down the lines once; `line` is the next one that counts. */
class PlainReader {
  private line = -1;
  /** How far the line is indented; -1 after the last. */
  private indent = -1;
  private depth = 0;

  constructor(private readonly lines: readonly string[]) {}

  read(): Record<string, unknown> | undefined {
    try {
      this.advance();
      if (this.indent !== 0) return undefined;
      const value = this.map(0);
      return this.line === this.lines.length ? value : undefined;
    } catch (error) {
      if (error === NOT_PLAIN) return undefined;
      throw error;
    }
  }

  /** Goes on to the next line that is neither empty nor a comment. */
  private advance(next = this.line + 1): void {
    for (let at = next; at < this.lines.length; at += 1) {
      const text = this.lines[at] ?? '';
      let indent = 0;
      while (text.charCodeAt(indent) === SPACE) indent += 1;
      if (indent === text.length || text.charCodeAt(indent) === HASH) continue;
      this.line = at;
      this.indent = indent;
      return;
    }
    this.line = this.lines.length;
    this.indent = -1;
  }

  /** The fields from here on; the first may follow a dash on its line. */
  private map(indent: number, first = this.textAt(indent)): Record<string, unknown> {
    this.descend();
    const object: Record<string, unknown> = {};
    let text = first;
    for (;;) {
      const entry = ENTRY.exec(text);
      const name = entry ? readKey(entry[1] ?? '') : undefined;
      if (name === undefined || Object.hasOwn(object, name)) throw NOT_PLAIN;
      const value = this.fieldValue(entry?.[2]?.trimEnd() ?? '', indent);
      if (typeof value === 'string' && value !== '' && isObjectField(name)) throw NOT_PLAIN;
      object[name] = value;
      if (this.indent > indent) throw NOT_PLAIN;
      if (this.indent < indent || this.isItem()) break;
      text = this.textAt(indent);
    }
    this.depth -= 1;
    return object;
  }

  /** What a field holds: what stands behind it, else the block below it, in which a list may be indented as little. */
  private fieldValue(text: string, indent: number): unknown {
    if (text !== '' && !text.startsWith('#')) return this.inline(text, indent);
    this.advance();
    if (this.indent > indent) return this.isItem() ? this.list(this.indent) : this.map(this.indent);
    return this.indent === indent && this.isItem() ? this.list(indent) : null;
  }

  private list(indent: number): unknown[] {
    this.descend();
    const list: unknown[] = [];
    while (this.indent === indent && this.isItem()) list.push(this.item(indent));
    if (this.indent > indent) throw NOT_PLAIN;
    this.depth -= 1;
    return list;
  }

  private item(indent: number): unknown {
    const line = this.lines[this.line] ?? '';
    let start = indent + 1;
    while (line.charCodeAt(start) === SPACE) start += 1;
    const text = line.slice(start).trimEnd();
    if (text === '' || text.startsWith('#') || text.startsWith('- ')) throw NOT_PLAIN;
    const isFlow = text.startsWith('{') || text.startsWith('[');
    return !isFlow && ENTRY.test(text) ? this.map(start, text) : this.inline(text, indent);
  }

  /** A value on the line at hand; nothing that is indented further may follow, as it would go on with the value. */
  private inline(text: string, indent: number): unknown {
    const literal = LITERAL.exec(text);
    if (literal) {
      const block = readLiteral(this.lines, this.line + 1, indent, literal[1] === '-');
      if (block === undefined) throw NOT_PLAIN;
      this.advance(block.next);
      return block.value;
    }
    const read: PlainValue = readValue(text);
    if (read === undefined) throw NOT_PLAIN;
    this.advance();
    if (this.indent > indent) throw NOT_PLAIN;
    return read.value;
  }

  private textAt(indent: number): string {
    return (this.lines[this.line] ?? '').slice(indent).trimEnd();
  }

  private isItem(): boolean {
    const line = this.lines[this.line] ?? '';
    if (line.charCodeAt(this.indent) !== DASH) return false;
    const after = line.charCodeAt(this.indent + 1);
    return after === SPACE || Number.isNaN(after);
  }

  private descend(): void {
    this.depth += 1;
    if (this.depth > DEEPEST) throw NOT_PLAIN;
  }
}

const SPACE = 32;
const HASH = 35;
const DASH = 45;
