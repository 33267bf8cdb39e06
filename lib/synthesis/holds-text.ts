import { closeSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs';
import { ifThere } from './if-there';

/** Bytes that are read at once: memory would otherwise hold all of a large file beside its new text. */
const PART = 1 << 16;

/** Whether a file holds a text; undefined where there is no file. */
export function holdsText(file: string, text: string): boolean | undefined {
  const descriptor = ifThere(() => openSync(file, 'r'));
  if (descriptor === undefined) return undefined;
  try {
    const status = fstatSync(descriptor);
    const isEveryCharacterAByte = Buffer.byteLength(text) === text.length;
    if (!status.isFile() || !isEveryCharacterAByte) return readFileSync(descriptor, 'utf8') === text;
    return status.size === text.length && holdsInParts(descriptor, text);
  } finally {
    closeSync(descriptor);
  }
}

function holdsInParts(descriptor: number, text: string): boolean {
  const part = Buffer.allocUnsafe(Math.min(PART, text.length + 1));
  for (let start = 0; start < text.length; ) {
    const bytes = readSync(descriptor, part, 0, part.length, start);
    if (bytes === 0 || part.toString('latin1', 0, bytes) !== text.slice(start, start + bytes)) return false;
    start += bytes;
  }
  return true;
}
