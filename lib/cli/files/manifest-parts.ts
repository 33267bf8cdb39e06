/** Some of the documents of a file, and the line on which they begin, counted from 1. */
export interface ManifestPart {
  readonly bytes: Buffer;
  readonly line: number;
}

/** The bytes after which a part ends with its document. */
const PART = 128 * 1024;
const NEW_LINE = 10;

/**
 * Takes a large file of YAML documents apart, so that no more than a few of them are in memory as objects. JSON stays
 * whole, as its objects are not parted by lines.
 */
export function* manifestParts(bytes: Buffer): Generator<ManifestPart> {
  let [start, line] = [0, 1];
  while (start < bytes.length) {
    const end = isJson(bytes) ? bytes.length : endOfPart(bytes, start);
    const part = bytes.subarray(start, end);
    yield { bytes: part, line };
    line += countLines(part);
    start = end;
  }
}

/** After the line before a document separator, which `kubectl` takes for one wherever it stands. */
function endOfPart(bytes: Buffer, start: number): number {
  const found = bytes.indexOf('\n---', start + PART);
  return found < 0 ? bytes.length : found + 1;
}

function isJson(bytes: Buffer): boolean {
  return /^\s*\{/.test(bytes.subarray(0, 1024).toString('latin1'));
}

function countLines(bytes: Buffer): number {
  let lines = 0;
  for (let at = 0; at < bytes.length; at += 1) if (bytes[at] === NEW_LINE) lines += 1;
  return lines;
}
