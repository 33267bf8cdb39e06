import { type Document, isScalar, Scalar, visit } from 'yaml';
import type { Complaint, Fault } from './syntax-problem';

/** What may be of interest at all; nearly no text has any of it. */
const SUSPICIOUS = /\\\/|\\u[dD][89abAB]|[\u0085\u2028\u2029]|\r[^\n]/;
const ESCAPE = /\\(?:(\/)|u([dD][89a-fA-F])|[\s\S])/g;
const LINE_BREAK = /[\r\u0085\u2028\u2029](?=[^\s#])/g;

/**
 * What the YAML library reads and `kubectl` does not: the escapes `\/` and `\ud800` in double quotes, and the line
 * breaks of YAML 1.1 that no editor shows as such, where they cut a text without quotes or a comment in two.
 *
 * Follows sigs.k8s.io/yaml/goyaml.v2 scannerc.go yaml_parser_scan_flow_scalar, yamlprivateh.go is_break.
 */
export function foreignCharacters(text: string, document: Document.Parsed): Fault[] {
  if (!SUSPICIOUS.test(text)) return [];
  const faults: Fault[] = [];
  const quoted: [start: number, end: number][] = [];
  const see = (node: unknown) => {
    if (!isScalar(node) || !node.range) return;
    const [start, end] = node.range;
    if (node.type === Scalar.QUOTE_DOUBLE) faults.push(...unreadEscapes(text.slice(start, end), start));
    if (node.type === Scalar.QUOTE_DOUBLE || node.type === Scalar.QUOTE_SINGLE) quoted.push([start, end]);
  };
  visit(document, { Scalar: (_key, node) => see(node) });
  for (const { index } of text.matchAll(LINE_BREAK))
    if (!quoted.some(([start, end]) => index >= start && index < end))
      faults.push({ ...lineBreak(text.charCodeAt(index)), start: index, end: index + 1 });
  return faults.sort((a, b) => a.start - b.start);
}

function unreadEscapes(source: string, offset: number): Fault[] {
  return [...source.matchAll(ESCAPE)].flatMap(({ index, 0: text, 1: slash, 2: surrogate }) => {
    if (slash === undefined && surrogate === undefined) return [];
    const complaint = slash === undefined ? SURROGATE : SLASH;
    return [{ ...complaint, start: offset + index, end: offset + index + text.length }];
  });
}

const SLASH: Complaint = {
  rule: 'valid-yaml',
  message: '`\\/` is an escape of JSON that `kubectl` does not know in YAML',
  fix: 'Write `/` alone',
};

const SURROGATE: Complaint = {
  rule: 'valid-yaml',
  message: 'Half a character is written as an escape, which `kubectl` does not read in YAML',
  fix: 'Write the character itself, or its eight digits behind `\\U`, such as "\\U0001F600"',
};

function lineBreak(code: number): Complaint {
  const name = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
  return {
    rule: 'valid-encoding',
    message: `The character ${name} is a line break to \`kubectl\`, so that what follows it begins a new line`,
    fix: 'Remove it, or put the text in double quotes',
  };
}
