import { readFileSync } from 'node:fs';
import Module, { createRequire } from 'node:module';
import { dirname, extname, join, sep } from 'node:path';
import type { Script } from 'node:vm';
import { cacheFolder, cacheName } from '../synthesis/loading/cache-folder';
import { transpilerKey } from '../synthesis/loading/transpile';
import { CompiledModules, stampOf } from './compiled-modules';

type Compile = (this: NodeModule, content: string, file: string, ...rest: unknown[]) => unknown;
const internals = Module as unknown as {
  _cache: Record<string, NodeModule>;
  _extensions: object;
  _nodeModulePaths(folder: string): string[];
  _resolveFilename(request: string, parent: NodeModule, isMain: boolean, options?: object): string;
  _resolveLookupPaths(request: string, parent: NodeModule): string[] | null;
  prototype: { _compile: Compile };
};

/** The exit code of a run that did not do what it is for, and so has not compiled all of it. */
const ABANDONED = 2;

/** What may be an `import()`, which compiled code cannot have. */
const IMPORT = /\bimport\s*[(/]/;

/**
 * Loads a CommonJS module, and all that it and the app require, with the compiled code that a run before has kept in
 * `node_modules/.cache/podwright`. To compile large modules takes longer than most commands.
 *
 * What has an `import()` of its own is left to Node, which the modules that `file` requires by their paths say by being
 * called `.cjs`.
 *
 * @param purpose What the module is loaded for, a word: what is compiled on the way there is kept as well.
 * @param folder Where the cache is looked for; the modules outside of packages are kept for this folder alone.
 */
export function loadCompiled(file: string, purpose: string, folder: string): unknown {
  const cache = cacheFolder(folder);
  if (cache === undefined || extname(file) !== '.js') return createRequire(file)(file);
  const keptAs = (owner: string) => {
    const name = cacheName(`${engine()} ${owner}`);
    return new CompiledModules(join(cache, `${name}-${purpose}.compiled`));
  };
  const packages = keptAs(file);
  let app: CompiledModules | undefined;
  const isPackage = (module: string) => module.includes(`${sep}node_modules${sep}`);
  const modulesWith = (module: string) => {
    if (isPackage(module)) return packages;
    // What TypeScript becomes depends on who strips its types.
    app ??= keptAs([file, stampOf(file), transpilerKey(), folder].join(' '));
    return app;
  };
  process.once('exit', (code) => {
    if (code >= ABANDONED) return;
    packages.keep();
    app?.keep();
  });
  compileOthersWith(modulesWith);
  return load(file, packages);
}

/** What V8 takes compiled code for; it looks itself, so that this only keeps different ones apart. */
function engine(): string {
  return [process.version, process.arch, ...process.execArgv, process.env.NODE_OPTIONS].join(' ');
}

/** A module of ours by its path, as the build writes it. */
const OWN = /^\.\.?\/.*\.js$/;

/** What such a path means, which Node's own functions take longer to say than to read the module. */
function below(folder: string, request: string): string {
  let [from, path] = [folder, request];
  while (path.startsWith('../')) {
    from = dirname(from);
    path = path.slice('../'.length);
  }
  return from + sep + path.replace(/^\.\//, '').replaceAll('/', sep);
}

const pathsByFolder = new Map<string, string[]>();

/** The folders in which Node looks for packages. */
function pathsFrom(folder: string): string[] {
  const paths = pathsByFolder.get(folder) ?? internals._nodeModulePaths(folder);
  pathsByFolder.set(folder, paths);
  return paths;
}

/** Loads a module as Node does, but for finding and compiling it and the modules that it requires by their paths. */
function load(file: string, compiled: CompiledModules): unknown {
  // Node's own list, so that the app which the command runs gets the same modules.
  const loaded = internals._cache[file];
  if (loaded) return loaded.exports;
  const folder = dirname(file);
  const module = Object.assign(new Module(file), { filename: file, paths: pathsFrom(folder) });
  internals._cache[file] = module;
  const require = requireOf(module);
  const requireCompiled = (request: string) =>
    OWN.test(request) ? load(below(folder, request), compiled) : require(request);
  try {
    run(compiled.compile(file, readFileSync(file, 'utf8')), module, file, Object.assign(requireCompiled, require));
  } catch (error) {
    delete internals._cache[file];
    throw error;
  }
  module.loaded = true;
  return module.exports;
}

/** Has Node compile the modules that it loads itself with what is kept. */
function compileOthersWith(compiledFor: (file: string) => CompiledModules): void {
  const compile = internals.prototype._compile;
  internals.prototype._compile = function compileKept(content, file, format, ...rest) {
    const isScript = (format ?? 'commonjs') === 'commonjs' && !content.startsWith('#!') && !mayImport(content);
    const script = isScript ? compiledScript(content, file, compiledFor(file)) : undefined;
    return script ? run(script, this, file, requireOf(this)) : compile.call(this, content, file, format, ...rest);
  };
}

function mayImport(content: string): boolean {
  return content.includes('import') && IMPORT.test(content);
}

/** Undefined where a text is no script: Node knows what else it may be, or how to say what is wrong. */
function compiledScript(content: string, file: string, compiled: CompiledModules): Script | undefined {
  try {
    return compiled.compile(file, content);
  } catch {
    return undefined;
  }
}

function run(script: Script, module: NodeModule, file: string, require: NodeJS.Require): unknown {
  return script.runInThisContext().call(module.exports, module.exports, require, module, file, dirname(file));
}

/** The `require` of a module, as Node makes it. */
function requireOf(module: NodeModule): NodeJS.Require {
  const resolveFrom = (request: string, options?: object) =>
    internals._resolveFilename(request, module, false, options);
  return Object.assign((request: string) => module.require(request), {
    resolve: Object.assign(resolveFrom, {
      paths: (request: string) => internals._resolveLookupPaths(request, module),
    }),
    main: process.mainModule,
    extensions: internals._extensions,
    cache: internals._cache,
  }) as NodeJS.Require;
}
