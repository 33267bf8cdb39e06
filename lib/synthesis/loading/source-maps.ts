import { findSourceMap, SourceMap } from 'node:module';
import { fileURLToPath } from 'node:url';
import { runInThisContext } from 'node:vm';
import { isImportedTypescript, transpileImported } from './imported-typescript';

type Prepare = (error: Error, frames: NodeJS.CallSite[]) => unknown;

/** How to get the source map of each transpiled module, by its file. */
const texts = new Map<string, () => string>();
const parsed = new Map<string, SourceMap>();

/** Notes where the source map of a module comes from; it is read when a stack trace first leads into the module. */
export function addSourceMap(file: string, read: () => string): void {
  texts.set(file, read);
  parsed.delete(file);
}

/** How to get the source map of a module; of an ES module, which Node loads in another thread, it is made again. */
function readerOf(file: string): (() => string) | undefined {
  const known = texts.get(file);
  if (known || !isImportedTypescript(file)) return known;
  return () => transpileImported(fileURLToPath(file)).map;
}

let installed = false;

/**
 * From now on stack traces name the lines of the sources, as they do under Node's own `--enable-source-maps`, which would
 * read the map of every module as it is loaded, those of packages included. Doing it again changes nothing.
 */
export function mapStackTraces(): void {
  if (installed) return;
  installed = true;
  // Of the realm in which Node runs modules; this one may run in another, as in a test.
  const realm = runInThisContext('Error') as ErrorConstructor;
  const before = realm.prepareStackTrace as Prepare | undefined;
  const prepare: Prepare = (error, frames) => {
    if (before && !frames.some((frame) => readerOf(frame.getFileName() ?? ''))) return before(error, frames);
    return [headOf(error), ...frames.map((frame) => `    at ${mapped(frame)}`)].join('\n');
  };
  realm.prepareStackTrace = prepare as typeof Error.prepareStackTrace;
}

function headOf(error: Error): string {
  try {
    return Error.prototype.toString.call(error);
  } catch {
    return '<error>';
  }
}

/** A frame as V8 writes it, with the place in the source. */
function mapped(frame: NodeJS.CallSite): string {
  const text = String(frame);
  const [file, line, column] = [frame.getFileName(), frame.getLineNumber(), frame.getColumnNumber()];
  if (!file || !line || !column) return text;
  const own = sourceMapOf(file);
  // Node has the map of other modules where the user has it read them.
  const entry = (own ?? findSourceMap(file))?.findEntry(line - 1, column - 1);
  if (!entry || !('originalLine' in entry)) return text;
  const { originalSource, originalLine, originalColumn } = entry;
  const source = pathOf(own ? file : originalSource);
  return text.replace(`${file}:${line}:${column}`, `${source}:${originalLine + 1}:${originalColumn + 1}`);
}

const pathOf = (file: string) => (file.startsWith('file:') ? fileURLToPath(file) : file);

/** Undefined where there is none, or where it was removed meanwhile: a trace without it is better than none. */
function sourceMapOf(file: string): SourceMap | undefined {
  const known = parsed.get(file);
  const read = readerOf(file);
  if (known || !read) return known;
  try {
    const map = new SourceMap(JSON.parse(read()));
    parsed.set(file, map);
    return map;
  } catch {
    return undefined;
  }
}
