import { writeKey, writeText } from './write-scalar';

/** YAML wants the colon of a key within this many characters; a longer key is written as `? key`. */
const KEY_LIMIT = 1024;

/** Names and common values occur in every object: so many of them are remembered, when they are not longer than this. */
const REMEMBERED_TEXTS = 10_000;
const REMEMBERED_LENGTH = 64;

/** Joined at once: texts that are built of pieces take several times their length until they are joined with others. */
const DOCUMENTS_A_PART = 100;

/** How keys and texts of one line are written, which is the same at every depth. */
interface Known {
  readonly keys: Map<string, string>;
  readonly texts: Map<string, string>;
}

/**
 * Writes objects as a file of YAML documents: the bytes that cdk8s's `Yaml.stringify` writes, many times faster. Only
 * texts that `kubectl` would read back as something else, such as `0o17` without quotes, are written in quotes.
 *
 * The objects are JSON data. Fields that are undefined are left out, as cdk8s does when it renders an object, and an
 * object that occurs twice is written twice.
 */
export function writeManifests(objects: readonly object[]): string {
  const known: Known = { keys: new Map(), texts: new Map() };
  const parts: string[] = [];
  for (let start = 0; start < objects.length; start += DOCUMENTS_A_PART) {
    const part = objects.slice(start, start + DOCUMENTS_A_PART);
    parts.push(part.map((object) => `${writeValue(object, 0, known)}\n`).join('---\n'));
  }
  return parts.join('---\n');
}

/** A value whose first line continues the present one and whose other lines are indented by two spaces a level. */
function writeValue(value: unknown, depth: number, known: Known): string {
  if (typeof value === 'string') return knownText(value, depth, known.texts);
  if (value === null || value === undefined) return 'null';
  if (typeof value !== 'object') return Object.is(value, -0) ? '-0' : String(value);
  if (Array.isArray(value)) return writeItems(value, depth, known);
  return writeFields(value as Readonly<Record<string, unknown>>, depth, known);
}

function writeItems(items: readonly unknown[], depth: number, known: Known): string {
  const lineBreak = lineBreakAt(depth);
  let written = '';
  for (const item of items) {
    if (written !== '') written += lineBreak;
    written += `- ${writeValue(item, depth + 1, known)}`;
  }
  return written === '' ? '[]' : written;
}

function writeFields(object: Readonly<Record<string, unknown>>, depth: number, known: Known): string {
  const lineBreak = lineBreakAt(depth);
  const innerLineBreak = lineBreakAt(depth + 1);
  let written = '';
  for (const name of Object.keys(object)) {
    const value = object[name];
    if (value === undefined) continue;
    if (written !== '') written += lineBreak;
    const key = depth === 0 ? writeKey(name, true) : knownKey(name, known.keys);
    const content = writeValue(value, depth + 1, known);
    const hasLines = typeof value === 'object' && value !== null && content !== '{}' && content !== '[]';
    if (key.length > KEY_LIMIT) written += `? ${key}${lineBreak}: ${content}`;
    else written += key + (hasLines ? `:${innerLineBreak}` : ': ') + content;
  }
  return written === '' ? '{}' : written;
}

function knownKey(name: string, keys: Map<string, string>): string {
  let key = keys.get(name);
  if (key === undefined) {
    key = writeKey(name, false);
    if (keys.size < REMEMBERED_TEXTS) keys.set(name, key);
  }
  return key;
}

function knownText(text: string, depth: number, texts: Map<string, string>): string {
  let written = texts.get(text);
  if (written === undefined) {
    written = writeText(text, '  '.repeat(depth));
    const isSame = text.length <= REMEMBERED_LENGTH && !text.includes('\n');
    if (isSame && texts.size < REMEMBERED_TEXTS) texts.set(text, written);
  }
  return written;
}

const LINE_BREAKS: string[] = [];

function lineBreakAt(depth: number): string {
  LINE_BREAKS[depth] ??= `\n${'  '.repeat(depth)}`;
  return LINE_BREAKS[depth];
}
