import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import Module, { createRequire, wrap } from 'node:module';
import { dirname, extname, join, resolve } from 'node:path';
import { cachedDataVersionTag } from 'node:v8';
import { Script } from 'node:vm';
import { cacheFolder } from '../synthesis/loading/cache-folder';
import { type CompiledCode, keepCompiledCode, readCompiledCode, sourceDigest } from './compiled-code';

const modules = (Module as unknown as { _cache: Record<string, NodeModule> })._cache;

/** The exit code of a run that did not do what it is for, and so has not compiled all of it. */
const ABANDONED = 2;

/**
 * Loads a CommonJS module, and the `.js` modules that it requires by their paths, as `require` does, with the compiled
 * code that a run before has kept in `node_modules/.cache/podwright`. To compile large modules takes longer than most
 * commands. These modules cannot have an `import()` of their own; a `.cjs` module, which is left to Node, can.
 *
 * @param purpose What the module is loaded for, a word: what is compiled on the way there is kept as well.
 * @param folder Where the cache is looked for.
 */
export function loadCompiled(file: string, purpose: string, folder: string): unknown {
  const cache = cacheFolder(folder);
  if (cache === undefined || extname(file) !== '.js') return createRequire(file)(file);
  const version = createHash('sha1').update(`${cachedDataVersionTag()} ${file}`).digest('hex');
  const kept = join(cache, `${version}-${purpose}.compiled`);
  const loader = new CompiledLoader(readCompiledCode(kept));
  process.once('exit', (code) => {
    if (code < ABANDONED && loader.isNews) keepCompiledCode(kept, loader.compiledCode());
  });
  return loader.load(file);
}

/** Loads modules as Node does, but for the compiling. */
class CompiledLoader {
  /** Whether a module was loaded that had no compiled code, or none that V8 would take. */
  isNews = false;
  private readonly scripts = new Map<string, { source: string; script: Script }>();

  constructor(private readonly kept: CompiledCode) {}

  load(file: string): unknown {
    // Node's own list, so that the app which the command runs gets the same modules.
    const loaded = modules[file];
    if (loaded) return loaded.exports;
    const module = new Module(file);
    module.filename = file;
    modules[file] = module;
    try {
      this.compile(file).runInThisContext()(module.exports, this.requireFrom(file), module, file, dirname(file));
    } catch (error) {
      delete modules[file];
      throw error;
    }
    module.loaded = true;
    return module.exports;
  }

  compiledCode(): CompiledCode {
    return new Map(
      [...this.scripts].map(([file, { source, script }]) => [file, { source, data: script.createCachedData() }]),
    );
  }

  private compile(file: string): Script {
    const content = readFileSync(file);
    const source = sourceDigest(content);
    const kept = this.kept.get(file);
    const cachedData = kept?.source === source ? kept.data : undefined;
    const script = new Script(wrap(content.toString()), { filename: file, ...(cachedData && { cachedData }) });
    if (cachedData === undefined || script.cachedDataRejected) this.isNews = true;
    this.scripts.set(file, { source, script });
    return script;
  }

  private requireFrom(file: string): NodeJS.Require {
    const require = createRequire(file);
    const requireCompiled = (request: string) =>
      /^\.\.?\/.*\.js$/.test(request) ? this.load(resolve(dirname(file), request)) : require(request);
    return Object.assign(requireCompiled, require);
  }
}
