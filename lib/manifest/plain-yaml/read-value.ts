import { resolveScalar } from '../resolve-scalar';
import { readKey } from './read-key';

/** What stands behind a key or a dash; undefined for what only the whole grammar of YAML can read. */
export type PlainValue = { readonly value: unknown } | undefined;

/** Text without quotes: a first character that has no meaning of its own, then anything. */
const PLAIN = /^(?:[A-Za-z0-9_./+$(^~=;]|-(?=[^ ]))/;
/** What ends text without quotes, or is an error in it. */
const ENDS_PLAIN = /: |:$| #/;
const DOUBLE_QUOTED = /^"(?:[^"\\]|\\["\\nrt])*"$/;
const SINGLE_QUOTED = /^'(?:[^']|'')*'$/;
const FLOW_LIST = /^\[(.*)\]$/;
const FLOW_MAP = /^\{(.*)\}$/;
/** A value inside brackets: a word, or quoted text without a character that could end it. */
const FLOW_SCALAR = /^(?:[A-Za-z0-9_./][A-Za-z0-9_./-]*|"[^"\\,:#[\]{}]*"|'[^',:#[\]{}]*')$/;

/**
 * Reads a value that stands on one line, as the whole reader does it.
 *
 * @param text What stands there, without spaces around it.
 */
export function readValue(text: string): PlainValue {
  const first = text.charAt(0);
  if (first === '"' || first === "'") return readQuoted(text);
  const comment = text.indexOf(' #');
  const uncommented = comment < 0 ? text : text.slice(0, comment).trimEnd();
  if (first === '[') return readFlowList(uncommented);
  if (first === '{') return readFlowMap(uncommented);
  return PLAIN.test(uncommented) && !ENDS_PLAIN.test(uncommented) ? finite(resolveScalar(uncommented)) : undefined;
}

function readQuoted(text: string): PlainValue {
  if (DOUBLE_QUOTED.test(text)) return { value: text.includes('\\') ? JSON.parse(text) : text.slice(1, -1) };
  if (SINGLE_QUOTED.test(text)) return { value: text.slice(1, -1).replaceAll("''", "'") };
  return undefined;
}

function readFlowList(text: string): PlainValue {
  const inner = FLOW_LIST.exec(text)?.[1]?.trim();
  if (inner === undefined) return undefined;
  if (inner === '') return { value: [] };
  const list: unknown[] = [];
  for (const part of inner.split(',')) {
    const item = readFlowScalar(part.trim());
    if (item === undefined) return undefined;
    list.push(item.value);
  }
  return { value: list };
}

function readFlowMap(text: string): PlainValue {
  const inner = FLOW_MAP.exec(text)?.[1]?.trim();
  if (inner === undefined) return undefined;
  const object: Record<string, unknown> = {};
  if (inner === '') return { value: object };
  for (const part of inner.split(',')) {
    const entry = part.trim();
    const colon = entry.indexOf(': ');
    const name = colon < 0 ? undefined : readKey(entry.slice(0, colon));
    const item = readFlowScalar(entry.slice(colon + 2).trim());
    if (name === undefined || item === undefined || Object.hasOwn(object, name)) return undefined;
    object[name] = item.value;
  }
  return { value: object };
}

function readFlowScalar(text: string): PlainValue {
  if (!FLOW_SCALAR.test(text)) return undefined;
  const isQuoted = text.startsWith('"') || text.startsWith("'");
  return isQuoted ? { value: text.slice(1, -1) } : finite(resolveScalar(text));
}

/** Numbers that JSON cannot hold are a mistake, which the whole reader explains. */
function finite(value: unknown): PlainValue {
  return typeof value === 'number' && !Number.isFinite(value) ? undefined : { value };
}
