import { isAlias, isMap, isSeq, type Node, type YAMLMap, type YAMLParseError } from 'yaml';
import { composeDocument } from './compose-document';
import { convertNodes } from './convert-nodes';
import { foreignCharacters } from './foreign-characters';
import type { Locate, Span } from './position';
import { isMergeKey, keyName } from './scalar-value';
import type { Fault } from './syntax-problem';

/** What one YAML document says, as far as it can be read. */
export interface ParsedYaml {
  /** The data; undefined for a document without content and for one that does not parse. */
  readonly value: unknown;
  /** Why the text does not parse. */
  readonly errors: readonly YAMLParseError[];
  /** What is wrong although the text parses, such as a key set twice. */
  readonly faults: readonly Fault[];
  readonly locate: Locate;
}

/** Parses the text of one YAML document the way `kubectl` reads it. */
export function parseYaml(text: string): ParsedYaml {
  const composed = composeDocument(text);
  if ('fault' in composed) return { ...NOTHING, faults: [composed.fault] };
  const { document } = composed;
  if (document.errors.length > 0) return { ...NOTHING, errors: document.errors };
  const contents = document.contents;
  if (isEmpty(contents)) return NOTHING;
  const { value, faults, targets } = convertNodes(document, text);
  const foreign = foreignCharacters(text, document);
  return {
    value,
    errors: [],
    faults: [...faults, ...foreign],
    locate: (path, part) => locate(contents, targets, path, part),
  };
}

const NOTHING: ParsedYaml = { value: undefined, errors: [], faults: [], locate: () => undefined };

function isEmpty(contents: Node | null): boolean {
  return contents === null || (!isAlias(contents) && contents.range?.[0] === contents.range?.[1] && !contents.tag);
}

function locate(
  root: Node | null,
  targets: ReadonlyMap<Node, Node>,
  path: readonly (string | number)[],
  part: 'key' | 'value',
): Span | undefined {
  let node: Node | null = root;
  let key: Node | null = null;
  for (const segment of path) {
    const owner: Node | null = isAlias(node) ? (targets.get(node) ?? null) : node;
    if (isSeq(owner) && typeof segment === 'number') {
      key = null;
      node = (owner.items[segment] as Node | undefined) ?? null;
      if (node === null) return undefined;
    } else if (isMap(owner)) {
      const pair = findPair(owner, String(segment), targets);
      if (pair === undefined) return undefined;
      key = pair.key;
      node = pair.value;
    } else return undefined;
  }
  const range = (part === 'key' ? key : undefined)?.range ?? node?.range ?? key?.range;
  return range ? { start: range[0], end: range[1] } : undefined;
}

function findPair(
  map: YAMLMap,
  name: string,
  targets: ReadonlyMap<Node, Node>,
): { key: Node; value: Node | null } | undefined {
  for (let at = map.items.length - 1; at >= 0; at--) {
    const { key, value } = map.items[at] as { key: Node; value: Node | null };
    if (isMergeKey(key)) {
      const merged = findMergedPair(value, name, targets);
      if (merged) return merged;
    } else if (keyName(isAlias(key) ? targets.get(key) : key) === name) return { key, value };
  }
  return undefined;
}

function findMergedPair(
  source: Node | null,
  name: string,
  targets: ReadonlyMap<Node, Node>,
): { key: Node; value: Node | null } | undefined {
  for (const part of isSeq(source) ? source.items : [source]) {
    const owner = isAlias(part) ? targets.get(part) : part;
    const pair = isMap(owner) ? findPair(owner, name, targets) : undefined;
    if (pair) return pair;
  }
  return undefined;
}
