import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import Module from 'node:module';
import { dirname, join, sep } from 'node:path';
import { cacheFolder, keepFile } from './cache-folder';
import { addSourceMap, mapStackTraces } from './source-maps';
import { type Transpiled, transpile } from './transpile';
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
 * Types are stripped by esbuild, not checked; the result is kept in `node_modules/.cache/podwright`, by content.
 * Modules become CommonJS whatever their package says. What Node does not find is looked for as TypeScript does. Doing it
 * again changes nothing.
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
  const key = createHash('sha1').update(`${esbuildVersion()}\0${file}\0${source}`).digest('hex');
  const [keptCode, keptMap] = [join(cache, `${key}.cjs`), join(cache, `${key}.map`)];
  try {
    const code = readFileSync(keptCode, 'utf8');
    addSourceMap(file, () => readFileSync(keptMap, 'utf8'));
    return code;
  } catch {
    const made = transpile(file, source);
    keepFile(keptMap, made.map);
    keepFile(keptCode, made.code);
    return withMap(file, made);
  }
}

function withMap(file: string, { code, map }: Transpiled): string {
  addSourceMap(file, () => map);
  return code;
}

let version: string | undefined;

function esbuildVersion(): string {
  version ??= (require('esbuild/package.json') as { version: string }).version;
  return version;
}
