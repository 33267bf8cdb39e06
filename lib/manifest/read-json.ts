import { moveSpan } from './position';
import type { ReadDocument } from './read-document';
import { locateInJson, scanJson } from './scan-json';
import type { Fault } from './syntax-problem';

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
      value: JSON.parse(text.slice(node.start, node.end)),
      recovered: false,
      faults: [...separator, ...faults],
      locate: (path, part) => locateInJson(node, path, part),
    });
    separator = [];
    start = skipSpace(text, node.end);
  }
  return documents;
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
