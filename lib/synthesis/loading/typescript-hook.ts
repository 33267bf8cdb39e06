import { readFileSync } from 'node:fs';
import Module from 'node:module';
import { dirname, join, sep } from 'node:path';
import { cacheFolder, cacheName, keepFile } from './cache-folder';
import { compilerOptions } from './compiler-options';
import { addSourceMap, mapStackTraces } from './source-maps';
import { type Transpiled, transpile, transpilerKey } from './transpile';
import { typescriptFile } from './typescript-file';

type Extensions = Record<string, (module: CompilableModule, file: string) => void>;
type CompilableModule = NodeModule & { _compile(code: string, file: string): void };
type Resolve = (request: string, parent: NodeModule | undefined, ...rest: unknown[]) => string;
const internals = Module as unknown as { _extensions: Extensions; _resolveFilename: Resolve };

const TYPESCRIPT = ['.ts', '.tsx', '.mts', '.cts'];

let installed = false;

/**
 * Lets `require` load TypeScript in this process.
 *
 * Types are stripped by esbuild, not checked; the result is kept in `node_modules/.cache/podwright`, for the source that it
 * was made of. Modules become CommonJS whatever their package says. What Node does not find is looked for as TypeScript
 * does. Doing it again changes nothing.
 *
 * @param folder The app's folder, from which the cache is looked for.
 */
export function installTypescriptHook(folder: string): void {
  if (installed) return;
  installed = true;
  mapStackTraces();
  const cache = cacheFolder(folder);
  for (const extension of TYPESCRIPT) {
    internals._extensions[extension] = (module, file) => module._compile(transpiled(file, cache), file);
  }
  const resolve = internals._resolveFilename;
  internals._resolveFilename = (request, parent, ...rest) => {
    try {
      return resolve(request, parent, ...rest);
    } catch (error) {
      const source = sourceFor(request, parent);
      if (source === undefined) throw error;
      return resolve(source, parent, ...rest);
    }
  };
}

/** What a module of the app means; packages find their own modules without help. */
function sourceFor(request: string, parent: NodeModule | undefined): string | undefined {
  const file = parent?.filename;
  if (!file || file.includes(`${sep}node_modules${sep}`)) return undefined;
  return typescriptFile(request, dirname(file));
}

function transpiled(file: string, cache: string | undefined): string {
  const source = readFileSync(file, 'utf8');
  if (cache === undefined) return withMap(file, transpile(file, source));
  // What was kept is of use for this source and these options alone, which stand before it.
  const options = compilerOptions(dirname(file)).key;
  const before = `${transpilerKey()} ${source.length} ${file}\n${options}\n${source}\n`;
  const kept = join(cache, cacheName(file));
  const code = readKept(`${kept}.cjs`, before);
  if (code !== undefined) {
    addSourceMap(file, () => readKept(`${kept}.map`, before) ?? '');
    return code;
  }
  const made = transpile(file, source);
  keepFile(`${kept}.map`, before + made.map);
  keepFile(`${kept}.cjs`, before + made.code);
  return withMap(file, made);
}

function readKept(file: string, before: string): string | undefined {
  try {
    const content = readFileSync(file, 'utf8');
    return content.startsWith(before) ? content.slice(before.length) : undefined;
  } catch {
    return undefined;
  }
}

function withMap(file: string, { code, map }: Transpiled): string {
  addSourceMap(file, () => map);
  return code;
}
