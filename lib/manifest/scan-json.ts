import { NESTING_LIMIT, repeatedKey, TOO_DEEP } from './complaints';
import type { PathPart, Span } from './position';
import type { Complaint, Fault } from './syntax-problem';

/** A value in a JSON text: where it stands, and where its parts stand. */
export interface JsonNode extends Span {
  /** For an object: its members by name, the last one of each name. */
  readonly members?: ReadonlyMap<string, JsonMember>;
  /** For an array. */
  readonly items?: readonly JsonNode[];
}

interface JsonMember {
  readonly key: Span;
  readonly value: JsonNode;
}

/** One value of a JSON text. Without `node` the text is not JSON, and the last fault says where and why. */
export interface ScannedJson {
  readonly node: JsonNode | undefined;
  readonly faults: readonly Fault[];
}

interface Cursor {
  readonly text: string;
  readonly faults: Fault[];
  at: number;
}

class UnexpectedJson extends Error {}

// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON forbids control characters in strings
const STRING = /"(?:[^"\\\x00-\x1f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const LITERAL = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?|true|false|null/y;

/**
 * Finds where everything stands in the JSON value that begins at an offset, and which fields are set twice: what
 * `JSON.parse` does not tell. The grammar is RFC 8259; equal names are faults, as for sigs.k8s.io/json
 * `UnmarshalStrict`.
 */
export function scanJson(text: string, start: number): ScannedJson {
  const cursor: Cursor = { text, faults: [], at: start };
  try {
    return { node: scanValue(cursor, 0), faults: cursor.faults };
  } catch (error) {
    if (error instanceof UnexpectedJson) return { node: undefined, faults: cursor.faults };
    throw error;
  }
}

/** Finds a path below a node. */
export function locateInJson(root: JsonNode, path: readonly (string | number)[], part: PathPart): Span | undefined {
  let node = root;
  let key: Span | undefined;
  for (const segment of path) {
    const member = node.members?.get(String(segment));
    const next = member?.value ?? (typeof segment === 'number' ? node.items?.[segment] : undefined);
    if (next === undefined) return undefined;
    key = member?.key;
    node = next;
  }
  return part === 'key' && key ? key : { start: node.start, end: node.end };
}

function scanValue(cursor: Cursor, depth: number): JsonNode {
  skipSpace(cursor);
  const character = cursor.text[cursor.at];
  if (character === '{') return scanObject(cursor, depth);
  if (character === '[') return scanArray(cursor, depth);
  return take(STRING, cursor) ?? take(LITERAL, cursor) ?? fail(cursor, 'a value');
}

function scanObject(cursor: Cursor, depth: number): JsonNode {
  const start = open(cursor, depth);
  const members = new Map<string, JsonMember>();
  while (!closes('}', cursor, members.size === 0)) {
    skipSpace(cursor);
    const key = take(STRING, cursor) ?? fail(cursor, 'the name of a field in double quotes');
    const name = nameAt(key, cursor.text);
    const first = members.get(name)?.key;
    if (first) cursor.faults.push({ ...repeatedKey(name), ...key, first });
    skipSpace(cursor);
    if (cursor.text[cursor.at] !== ':') fail(cursor, '`:` after the name of the field');
    cursor.at++;
    members.set(name, { key, value: scanValue(cursor, depth + 1) });
  }
  return { start, end: cursor.at, members };
}

function nameAt({ start, end }: Span, text: string): string {
  const name = text.slice(start + 1, end - 1);
  return name.includes('\\') ? (JSON.parse(`"${name}"`) as string) : name;
}

function scanArray(cursor: Cursor, depth: number): JsonNode {
  const start = open(cursor, depth);
  const items: JsonNode[] = [];
  while (!closes(']', cursor, items.length === 0)) items.push(scanValue(cursor, depth + 1));
  return { start, end: cursor.at, items };
}

function open(cursor: Cursor, depth: number): number {
  if (depth >= NESTING_LIMIT) throw refuse(cursor, TOO_DEEP);
  return cursor.at++;
}

/** Steps over what stands before the next part of a collection: its closing bracket (true), or a comma unless it is the first. */
function closes(bracket: '}' | ']', cursor: Cursor, isFirst: boolean): boolean {
  skipSpace(cursor);
  if (cursor.text[cursor.at] === bracket) {
    cursor.at++;
    return true;
  }
  if (!isFirst) {
    if (cursor.text[cursor.at] !== ',') fail(cursor, `\`,\` or \`${bracket}\``);
    cursor.at++;
  }
  return false;
}

function take(pattern: RegExp, cursor: Cursor): Span | undefined {
  pattern.lastIndex = cursor.at;
  if (!pattern.test(cursor.text)) return undefined;
  const start = cursor.at;
  cursor.at = pattern.lastIndex;
  return { start, end: cursor.at };
}

function skipSpace(cursor: Cursor): void {
  let code = cursor.text.charCodeAt(cursor.at);
  while (code === 32 || code === 10 || code === 13 || code === 9) code = cursor.text.charCodeAt(++cursor.at);
}

function fail(cursor: Cursor, wanted: string): never {
  const found = cursor.text[cursor.at];
  throw refuse(cursor, {
    rule: 'valid-json',
    message:
      found === undefined
        ? `The JSON ends where ${wanted} is expected`
        : `\`${found}\` stands where JSON wants ${wanted}`,
    fix: 'Mend the JSON here; a file that begins with `{` is read as JSON, without comments and trailing commas',
  });
}

function refuse(cursor: Cursor, complaint: Complaint): UnexpectedJson {
  cursor.faults.push({ ...complaint, start: cursor.at, end: cursor.at + 1 });
  return new UnexpectedJson();
}
