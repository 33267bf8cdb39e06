import { isUtf8 } from 'node:buffer';
import type { Complaint, Fault } from './syntax-problem';

// What go-yaml's reader takes: tab, line ends and the printable characters of YAML 1.1 (readerc.go `yaml_parser_update_buffer`).
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const FORBIDDEN = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]/g;

/**
 * Bytes or text to text. Bytes that are not UTF-8 and characters that YAML forbids become spaces, so that what follows
 * can still be read, and one fault a line. A byte order mark at the beginning is dropped.
 */
export function decodeText(source: string | Uint8Array): { text: string; faults: Fault[] } {
  const faults: Fault[] = [];
  let text = typeof source === 'string' ? source : new TextDecoder('utf-8', { ignoreBOM: true }).decode(source);
  const isBroken = typeof source !== 'string' && text.includes('\ufffd') && !isUtf8(source);
  if (isBroken) {
    replaceEach(text, /\ufffd/g, () => UTF8_COMPLAINT, faults);
    text = text.replaceAll('\ufffd', ' ');
  }
  if (text.charCodeAt(0) === 0xfeff) text = text.slice(1);
  if (text.includes('\ufeff')) replaceEach(text, INNER_MARK, () => MARK_COMPLAINT, faults);
  if (text.search(FORBIDDEN) >= 0) {
    replaceEach(text, FORBIDDEN, controlComplaint, faults);
    text = text.replace(FORBIDDEN, ' ');
  }
  return { text, faults };
}

/** Where a file with a byte order mark was appended to another. */
const INNER_MARK = /^\ufeff(?=[^\s#-])/gm;
const MARK_COMPLAINT = {
  rule: 'valid-encoding',
  message: 'A byte order mark stands inside of the file, which `kubectl` takes for a part of the name behind it',
  fix: 'Remove it: save the files without byte order marks before they are put together',
} as const;

const UTF8_COMPLAINT = {
  rule: 'valid-encoding',
  message: 'These bytes are not UTF-8',
  fix: 'Save the file as UTF-8',
} as const;

function controlComplaint(character: string): Complaint {
  const code = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
  return {
    rule: 'valid-encoding',
    message: `The control character U+${code} is not allowed in YAML`,
    fix: 'Remove it, or write it as an escape in double quotes such as "\\x07"',
  };
}

function replaceEach(
  text: string,
  pattern: RegExp,
  complaint: (character: string) => Complaint,
  faults: Fault[],
): void {
  let lineEnd = -1;
  for (const match of text.matchAll(pattern)) {
    if (match.index < lineEnd) continue;
    const end = text.indexOf('\n', match.index);
    lineEnd = end < 0 ? text.length : end;
    faults.push({ ...complaint(match[0]), start: match.index, end: match.index + 1 });
  }
}
