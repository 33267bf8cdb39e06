import { moveSpan } from './position';
import type { ReadDocument } from './read-document';
import { type JsonNode, locateInJson, scanJson } from './scan-json';
import type { Fault } from './syntax-problem';
import { wholeNumber } from './whole-number';

/** Whether `kubectl` takes a text for JSON: when it begins with `{`. Follows apimachinery pkg/util/yaml `GuessJSONStream`. */
export function isJson(text: string): boolean {
  return /^\s*\{/.test(text);
}

/** Reads the JSON objects of a text, which may follow each other. */
export function readJson(text: string): ReadDocument[] {
  const documents: ReadDocument[] = [];
  let separator: Fault[] = [];
  let start = skipSpace(text, 0);
  while (start < text.length) {
    if (text.startsWith('---', start)) {
      separator = [{ ...SEPARATED, start, end: start + 3 }];
      start = skipSpace(text, start + 3);
      continue;
    }
    const { node, faults } = scanJson(text, start);
    if (node === undefined) {
      documents.push(readLoosely(text, start, [...separator, ...faults]));
      break;
    }
    documents.push({
      start,
      value: parseJson(text, node),
      recovered: false,
      faults: [...separator, ...faults],
      locate: (path, part) => locateInJson(node, path, part),
    });
    separator = [];
    start = skipSpace(text, node.end);
  }
  return documents;
}

/** Whole numbers next to the limits of 64 bits, which `JSON.parse` takes for the limits themselves. */
const NEAR_LIMIT = /^-?9223372036854775\d{3}$/;

function parseJson(text: string, node: JsonNode): unknown {
  const json = text.slice(node.start, node.end);
  const value: unknown = JSON.parse(json);
  return json.includes('9223372036854775') ? withLimits(value, node, text) : value;
}

function withLimits(value: unknown, node: JsonNode, text: string): unknown {
  if (Array.isArray(value)) return value.map((item, index) => withLimits(item, node.items?.[index] ?? node, text));
  if (typeof value === 'object' && value !== null) {
    const object = value as Record<string, unknown>;
    for (const [name, member] of node.members ?? [])
      if (name !== '__proto__') object[name] = withLimits(object[name], member.value, text);
    return object;
  }
  const literal = text.slice(node.start, node.end);
  return NEAR_LIMIT.test(literal) ? wholeNumber(BigInt(literal)) : value;
}

const SEPARATED = {
  rule: 'valid-document-separator',
  message: '`---` separates YAML documents, but this file begins with `{` and is read as JSON',
  fix: 'Remove the line: JSON objects simply follow each other',
} as const;

// Comments with `#`, trailing commas and unquoted names are YAML, so that the object can still be looked at.
function readLoosely(text: string, start: number, faults: readonly Fault[]): ReadDocument {
  const { parseYaml } = require('./parse-yaml') as typeof import('./parse-yaml');
  const { value, locate } = parseYaml(text.slice(start));
  return {
    start,
    value,
    recovered: true,
    faults,
    locate: (path, part) => {
      const span = locate(path, part);
      return span && moveSpan(span, (offset) => offset + start);
    },
  };
}

function skipSpace(text: string, start: number): number {
  const rest = /\S/g;
  rest.lastIndex = start;
  return rest.exec(text)?.index ?? text.length;
}
