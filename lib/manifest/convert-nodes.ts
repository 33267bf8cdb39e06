import { type Document, isAlias, isMap, isNode, isScalar, isSeq, type Node, type Scalar, type YAMLMap } from 'yaml';
import { ALIAS_LIMIT, INVALID_KEY, NESTING_LIMIT, repeatedKey, TOO_DEEP, TOO_MANY_ALIASES } from './complaints';
import type { Span } from './position';
import { refusalOf } from './refused-scalar';
import { isMergeKey, keyName, scalarValue, shortTag } from './scalar-value';
import type { Complaint, Fault } from './syntax-problem';

/** The plain data of a YAML document, what is wrong with it, and which node each alias stands for. */
export interface ConvertedNodes {
  readonly value: unknown;
  readonly faults: Fault[];
  readonly targets: ReadonlyMap<Node, Node>;
}

interface Conversion {
  readonly text: string;
  readonly faults: Fault[];
  readonly anchors: Map<string, Node>;
  readonly targets: Map<Node, Node>;
  readonly open: Set<Node>;
  /** How many collections in brackets surround the node at hand. */
  flowDepth: number;
  /** How many aliases surround the node at hand, and how many values they brought so far. */
  aliasDepth: number;
  aliasValues: number;
}

/**
 * Turns YAML nodes into the JSON data that `kubectl` makes of them: keys become strings, the last of several equal keys
 * wins, `<<` merges, and aliases become copies.
 *
 * Follows sigs.k8s.io/yaml, `YAMLToJSON` and goyaml.v2/decode.go.
 */
export function convertNodes(document: Document.Parsed, text: string): ConvertedNodes {
  const conversion: Conversion = {
    text,
    faults: [],
    anchors: new Map(),
    targets: new Map(),
    open: new Set(),
    flowDepth: 0,
    aliasDepth: 0,
    aliasValues: 0,
  };
  const value = convert(document.contents, 0, conversion);
  return { value, faults: conversion.faults, targets: conversion.targets };
}

function convert(node: unknown, depth: number, conversion: Conversion): unknown {
  if (isScalar(node)) {
    checkScalar(node, conversion);
    if (node.anchor) conversion.anchors.set(node.anchor, node);
    if (conversion.aliasDepth > 0 && !countAliasValue(node, conversion)) return null;
    return convertScalar(node, conversion);
  }
  if (isAlias(node)) return convertAlias(node, depth, conversion);
  if (!isMap(node) && !isSeq(node)) return null;
  if (depth >= NESTING_LIMIT) {
    complainOnce(node, TOO_DEEP, conversion);
    return null;
  }
  if (conversion.aliasDepth > 0 && !countAliasValue(node, conversion)) return null;
  if (node.anchor) conversion.anchors.set(node.anchor, node);
  conversion.open.add(node);
  if (node.flow) conversion.flowDepth += 1;
  const value = isMap(node)
    ? convertMap(node, depth, conversion)
    : node.items.map((item) => convert(item, depth + 1, conversion));
  if (node.flow) conversion.flowDepth -= 1;
  conversion.open.delete(node);
  return value;
}

/** Complains of what only the library reads; of the target of an alias where it stands itself. */
function checkScalar(scalar: Scalar, conversion: Conversion): void {
  if (conversion.aliasDepth > 0 || !scalar.range) return;
  const [start, end] = scalar.range;
  const refusal = refusalOf(scalar, () => conversion.text.slice(start, end), conversion.flowDepth > 0);
  if (refusal) complain(scalar, refusal, conversion);
}

function convertMap(map: YAMLMap, depth: number, conversion: Conversion): Record<string, unknown> {
  const object: Record<string, unknown> = {};
  const firstKeys = new Map<string, Node>();
  for (const { key, value } of map.items) {
    if (isMergeKey(key)) {
      mergeInto(object, value, depth, conversion);
      continue;
    }
    if (isScalar(key)) checkScalar(key, conversion);
    const named = isAlias(key) ? convertAlias(key, depth, conversion) : undefined;
    const name = typeof named === 'string' ? named : keyName(key);
    const converted = convert(value, depth + 1, conversion);
    if (name === undefined) {
      complain((key ?? value ?? map) as Node, INVALID_KEY, conversion);
      continue;
    }
    const first = firstKeys.get(name);
    if (first) conversion.faults.push({ ...repeatedKey(name), ...spanOf(key), first: spanOf(first) });
    else firstKeys.set(name, key as Node);
    setOwn(object, name, converted);
    if (isScalar(key) && key.anchor) conversion.anchors.set(key.anchor, key);
  }
  return object;
}

function mergeInto(object: Record<string, unknown>, source: unknown, depth: number, conversion: Conversion): void {
  const converted = convert(source, depth + 1, conversion);
  const merged = isSeq(source) && Array.isArray(converted) ? converted.reverse() : [converted];
  for (const part of merged) {
    if (typeof part !== 'object' || part === null || Array.isArray(part)) {
      complain(
        source as Node,
        {
          rule: 'valid-alias',
          message: '`<<` takes the fields of another object, but an object does not stand here',
          fix: 'Give `<<` an alias of an object, such as `<<: *defaults`',
        },
        conversion,
      );
      return;
    }
    for (const [name, value] of Object.entries(part)) setOwn(object, name, value);
  }
}

function convertAlias(alias: Node & { source: string }, depth: number, conversion: Conversion): unknown {
  const target = conversion.anchors.get(alias.source);
  if (target === undefined) {
    complain(
      alias,
      {
        rule: 'valid-alias',
        message: '`*` makes the value an alias, but no anchor (`&`) of that name stands before it',
        fix: 'Put the value in quotes if it is text',
      },
      conversion,
    );
    return null;
  }
  if (conversion.open.has(target)) {
    complain(
      alias,
      {
        rule: 'valid-alias',
        message: 'The alias stands inside the value that it refers to, so the value would never end',
        fix: 'Write the inner value out instead of using the alias',
      },
      conversion,
    );
    return null;
  }
  conversion.targets.set(alias, target);
  conversion.aliasDepth++;
  const value = convert(target, depth, conversion);
  conversion.aliasDepth--;
  return value;
}

function convertScalar(scalar: Scalar, conversion: Conversion): unknown {
  const value = scalarValue(scalar);
  if (value === undefined) {
    complain(
      scalar,
      {
        rule: 'valid-yaml',
        message: `The value is marked as \`${shortTag(scalar.tag)}\`, but it is none`,
        fix: 'Remove the tag or mend the value',
      },
      conversion,
    );
    return null;
  }
  if (typeof value === 'number' && !Number.isFinite(value)) {
    complain(
      scalar,
      {
        rule: 'valid-number',
        message: `\`${String(scalar.source)}\` is no number that JSON can hold`,
        fix: `Write a finite number, or put it in quotes if it is text`,
      },
      conversion,
    );
    return null;
  }
  return value;
}

// `__proto__` is a field like any other: it has to be seen by whoever checks the object.
function setOwn(object: Record<string, unknown>, name: string, value: unknown): void {
  if (name === '__proto__') {
    Object.defineProperty(object, name, { value, writable: true, enumerable: true, configurable: true });
  } else object[name] = value;
}

function countAliasValue(node: Node, conversion: Conversion): boolean {
  conversion.aliasValues++;
  if (conversion.aliasValues <= ALIAS_LIMIT) return true;
  complainOnce(node, TOO_MANY_ALIASES, conversion);
  return false;
}

function complain(node: Node, complaint: Complaint, { faults }: Conversion): void {
  faults.push({ ...complaint, ...spanOf(node) });
}

function complainOnce(node: Node, complaint: Complaint, conversion: Conversion): void {
  if (!conversion.faults.some(({ rule }) => rule === complaint.rule)) complain(node, complaint, conversion);
}

function spanOf(node: unknown): Span {
  const [start, end] = (isNode(node) && node.range) || [0, 1];
  return { start, end };
}
