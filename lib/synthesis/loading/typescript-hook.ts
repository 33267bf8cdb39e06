import { existsSync, readFileSync } from 'node:fs';
import Module from 'node:module';
import { dirname, extname, join } from 'node:path';
import { cacheFolder, cacheName, keepFile } from './cache-folder';
import { addSourceMap, mapStackTraces } from './source-maps';

type Extensions = Record<string, (module: CompilableModule, file: string) => void>;
type CompilableModule = NodeModule & { _compile(code: string, file: string): void };
type Resolve = (request: string, parent: NodeModule | undefined, ...rest: unknown[]) => string;
const internals = Module as unknown as { _extensions: Extensions; _resolveFilename: Resolve };

const TYPESCRIPT = ['.ts', '.tsx', '.mts', '.cts'];
const IMPORT_META_URL = 'const __podwright_url = require("node:url").pathToFileURL(__filename).href;';

let installed = false;

/**
 * Lets `require` load TypeScript in this process.
 *
 * Types are stripped by esbuild, not checked; the result is kept in `node_modules/.cache/podwright`, for the source that it was made of.
 * Modules become CommonJS whatever their package says. Doing it again changes nothing.
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
      const source = typescriptFor(request, parent);
      if (source === undefined) throw error;
      return resolve(source, parent, ...rest);
    }
  };
}

/** `./web.ts` for `./web.js`: TypeScript's own way of importing in ES modules. */
function typescriptFor(request: string, parent: NodeModule | undefined): string | undefined {
  const match = /^(\..*)\.([cm]?)jsx?$/.exec(request);
  if (!match || !parent?.filename) return undefined;
  const candidates = [`${match[1]}.${match[2]}ts`, `${match[1]}.tsx`];
  return candidates.find((candidate) => existsSync(join(dirname(parent.filename), candidate)));
}

/** A module without its types, and where its lines come from. */
interface Transpiled {
  readonly code: string;
  readonly map: string;
}

function transpiled(file: string, cache: string | undefined): string {
  const source = readFileSync(file, 'utf8');
  if (cache === undefined) return withMap(file, transpile(file, source));
  // What was kept is of use for this source alone, which stands before it.
  const before = `${esbuildVersion()} ${source.length} ${file}\n${source}\n`;
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

/** TypeScript as CommonJS, its types stripped. */
export function transpile(file: string, source: string): Transpiled {
  const { transformSync } = require('esbuild') as typeof import('esbuild');
  const meta = source.includes('import.meta');
  return transformSync(source, {
    loader: extname(file) === '.tsx' ? 'tsx' : 'ts',
    format: 'cjs',
    target: 'node20',
    sourcefile: file,
    sourcemap: 'external',
    sourcesContent: false,
    ...(meta && { define: { 'import.meta.url': '__podwright_url' }, banner: IMPORT_META_URL }),
  });
}

let version: string | undefined;

/** The version of what strips the types. */
export function esbuildVersion(): string {
  version ??= (require('esbuild/package.json') as { version: string }).version;
  return version;
}
