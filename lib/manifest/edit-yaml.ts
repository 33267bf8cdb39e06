import { isDeepStrictEqual } from 'node:util';
import type { Document, Node, Pair, YAMLMap } from 'yaml';
import { applyEdit } from './apply-edit';
import { inBlock, inFlow } from './write-fragment';

/** A change of one document of a file: the value to set at a path, or undefined to remove what is there. */
export interface DocumentEdit {
  readonly document: number;
  readonly path: readonly (string | number)[];
  readonly value: unknown;
}

/** A changed text, and which of the edits are in it. */
export interface EditedYaml {
  readonly text: string;
  readonly done: readonly boolean[];
}

interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** What is to be added to a map of the text: fields, and fields of fields that are not there yet. */
type Additions = Map<YAMLMap, Record<string, unknown>>;

/**
 * Changes single values of YAML documents and leaves everything else as it is written: comments, order, quotes, layout.
 *
 * An edit that cannot be made without touching more than its own lines (behind an alias, in a list that is not there)
 * is not made. The result is read again: were it not the old data with exactly these changes, none would be made.
 */
export function editYaml(text: string, edits: readonly DocumentEdit[]): EditedYaml {
  const yaml = require('yaml') as typeof import('yaml');
  const documents = yaml.parseAllDocuments(text, { keepSourceTokens: true }) as Document[];
  const replacements: Replacement[] = [];
  const additions: Additions = new Map();
  const done = edits.map((edit) => {
    const contents = documents[edit.document]?.contents;
    return contents ? place(edit, contents, text, replacements, additions) : false;
  });
  for (const [map, fields] of additions) replacements.push(added(map, fields, text));
  const edited = replaced(text, replacements);
  const wanted = documents.map((document) => document.toJS() as unknown);
  edits.forEach(({ document, path, value }, index) => {
    if (done[index]) applyEdit(wanted[document], path, value);
  });
  const now = yaml.parseAllDocuments(edited) as Document[];
  const isRight = isDeepStrictEqual(
    now.map((document) => document.toJS() as unknown),
    wanted,
  );
  return isRight ? { text: edited, done } : { text, done: edits.map(() => false) };
}

/** Finds out what an edit does to the text; says whether it can be made. */
function place(
  { path, value }: DocumentEdit,
  contents: Node,
  text: string,
  replacements: Replacement[],
  additions: Additions,
): boolean {
  const { isMap, isSeq, isScalar } = require('yaml') as typeof import('yaml');
  let node: unknown = contents;
  for (let depth = 0; depth < path.length; depth += 1) {
    const step = path[depth] as string | number;
    const isLast = depth === path.length - 1;
    if (isSeq(node)) {
      node = node.items[Number(step)];
      continue;
    }
    if (!isMap(node)) return false;
    const pair = node.items.find(({ key }) => isScalar(key) && key.value === step);
    if (!pair) return value !== undefined && add(node, path.slice(depth), value, additions);
    if (isLast && value === undefined) return remove(node, pair, text, replacements);
    if (isLast) return set(pair, value, text, replacements);
    node = pair.value;
  }
  return false;
}

function add(map: YAMLMap, path: readonly (string | number)[], value: unknown, additions: Additions): boolean {
  if (path.some((step) => typeof step === 'number')) return false;
  const fields = additions.get(map) ?? {};
  additions.set(map, fields);
  applyEdit(fields, path, value);
  return true;
}

function set(pair: Pair, value: unknown, text: string, replacements: Replacement[]): boolean {
  const { isScalar } = require('yaml') as typeof import('yaml');
  const old = pair.value;
  if (!isScalar(old) || !old.range || old.range[0] === old.range[1] || typeof value === 'object') return false;
  if (text.slice(old.range[0], old.range[1]).includes('\n')) return false;
  replacements.push({ start: old.range[0], end: old.range[1], text: inFlow(value) });
  return true;
}

/** Takes the lines of a field away; one that shares its line, or would leave an empty map behind, stays. */
function remove(map: YAMLMap, pair: Pair, text: string, replacements: Replacement[]): boolean {
  const start = startOf(pair);
  if (start === undefined || map.flow || map.items.length === 1) return false;
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  if (text.slice(lineStart, start).trim() !== '') return false;
  replacements.push({ start: lineStart, end: endOfLine(text, endOf(pair, text)), text: '' });
  return true;
}

function added(map: YAMLMap, fields: Record<string, unknown>, text: string): Replacement {
  const [start = 0, end = 0] = map.range ?? [];
  if (map.flow) {
    const close = text.lastIndexOf('}', end);
    const before = text.slice(start, close).trimEnd();
    const inner = inFlow(fields).slice(2, -2);
    const at = start + before.length;
    return { start: at, end: close, text: `${map.items.length > 0 && !before.endsWith(',') ? ',' : ''} ${inner} ` };
  }
  const last = map.items.at(-1);
  const first = map.items[0] && startOf(map.items[0]);
  const indent = (first ?? start) - (text.lastIndexOf('\n', (first ?? start) - 1) + 1);
  const at = endOfLine(text, last ? endOf(last, text) : end);
  const isUnended = at > 0 && text[at - 1] !== '\n';
  const lineBreak = text.includes('\r\n') ? '\r\n' : '\n';
  const lines = inBlock(fields).map((line) => `${' '.repeat(indent)}${line}${lineBreak}`);
  return { start: at, end: at, text: (isUnended ? lineBreak : '') + lines.join('') };
}

function startOf({ key }: Pair): number | undefined {
  return (key as Node | null)?.range?.[0];
}

/** Where a value ends, without the comments and empty lines after it. */
function endOf({ key, value }: Pair, text: string): number {
  const { isCollection, isPair } = require('yaml') as typeof import('yaml');
  let node = (value ?? key) as Node | null;
  while (isCollection(node) && !node.flow && node.items.length > 0) {
    const last: unknown = node.items.at(-1);
    node = (isPair(last) ? (last.value ?? last.key) : last) as Node | null;
  }
  const start = node?.range?.[0] ?? 0;
  const end = node?.range?.[1] ?? 0;
  return start + text.slice(start, end).trimEnd().length;
}

/** The offset after the line break that ends the line of an offset. */
function endOfLine(text: string, offset: number): number {
  const found = text.indexOf('\n', offset);
  return found < 0 ? text.length : found + 1;
}

/** From the end on, so that the offsets of what is still to do hold. */
function replaced(text: string, replacements: readonly Replacement[]): string {
  const sorted = [...replacements].sort((one, other) => other.start - one.start || other.end - one.end);
  return sorted.reduce((result, { start, end, text: by }) => result.slice(0, start) + by + result.slice(end), text);
}
