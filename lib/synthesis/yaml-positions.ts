import { join } from 'node:path';
import type { ManifestDocument } from '../manifest/manifest-file';
import type { Diagnostic } from '../validation/diagnostic';
import type { RenderedFile } from './rendered-file';

const SEPARATOR = '\n---\n';

/** Where a document of a rendered file begins and ends, and on which line. */
interface Extent {
  readonly start: number;
  readonly end: number;
  readonly line: number;
}

/**
 * Finds the lines of findings in rendered files: of a file of thousands of objects, only those are read in which
 * something is found.
 *
 * @param outdir The output folder, as findings name it.
 */
export function yamlPositions(outdir: string) {
  const extents = new Map<RenderedFile, Extent[]>();
  const documents = new Map<string, ManifestDocument | undefined>();
  return (file: RenderedFile, index: number, path: Diagnostic['path']): Diagnostic['yaml'] => {
    const name = join(outdir, file.path);
    const known = extents.get(file) ?? [];
    extents.set(file, known);
    const extent = extentOf(file.content, index, known);
    if (!extent) return undefined;
    const key = `${name} ${index}`;
    if (!documents.has(key)) documents.set(key, readDocument(file.content.slice(extent.start, extent.end), name));
    const position = documents.get(key)?.closestPositionOf(path);
    return position && { file: name, line: extent.line + position.line, column: position.column };
  };
}

/** The extent of a document, found from the last one that is known; only the writer's own separators stand alone. */
function extentOf(content: string, index: number, known: Extent[]): Extent | undefined {
  while (known.length <= index) {
    const before = known.at(-1);
    const start = before ? before.end + SEPARATOR.length - 1 : 0;
    if (start > content.length) return undefined;
    const found = content.indexOf(SEPARATOR, start);
    const line = before ? before.line + countLines(content, before.start, before.end) + 1 : 0;
    known.push({ start, end: found < 0 ? content.length : found + 1, line });
    if (found < 0 && known.length <= index) return undefined;
  }
  return known[index];
}

function countLines(text: string, from: number, to: number): number {
  let lines = 0;
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) lines += 1;
  return lines;
}

/** The reader is loaded when it is needed: in an app without findings it never is. */
function readDocument(text: string, file: string): ManifestDocument | undefined {
  const { readManifests } = require('../manifest/read-manifests') as typeof import('../manifest/read-manifests');
  return readManifests(text, { file }).documents[0];
}
