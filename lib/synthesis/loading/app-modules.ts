import Module from 'node:module';
import { dirname, isAbsolute, resolve as resolvePath, sep } from 'node:path';

type Resolve = (request: string, parent: NodeModule | undefined, ...rest: unknown[]) => string;
const internals = Module as unknown as { _resolveFilename: Resolve; _cache: Record<string, NodeModule> };

/** What a module that is not there may be called once it is. */
const ENDINGS = ['', '.ts', '.tsx', '.mts', '.cts', '.js', '.mjs', '.cjs', '.json', `${sep}index.ts`, `${sep}index.js`];

/** The modules that were there before any app; they are the command's own. */
let own: ReadonlySet<string> | undefined;
let asked = new Set<string>();

/**
 * From now on knows the files that apps ask for with `require` or `import` in CommonJS, and that are not in
 * `node_modules`: also those that are broken or not there. Doing it again changes nothing.
 */
export function recordAppModules(): void {
  if (own) return;
  own = new Set(Object.keys(internals._cache));
  const resolve = internals._resolveFilename;
  internals._resolveFilename = (request, parent, ...rest) => {
    try {
      const file = resolve(request, parent, ...rest);
      if (isAppFile(file)) asked.add(file);
      return file;
    } catch (error) {
      for (const file of candidates(request, parent)) if (isAppFile(file)) asked.add(file);
      throw error;
    }
  };
}

function candidates(request: string, parent: NodeModule | undefined): string[] {
  if (!parent?.filename || !/^\.{0,2}\//.test(request)) return [];
  const file = resolvePath(dirname(parent.filename), request);
  return ENDINGS.map((ending) => file + ending);
}

/** The files that the app which ran last asked for. */
export function appFiles(): string[] {
  return [...asked];
}

/** Makes the next run of an app load its modules anew, as they are then; packages of `node_modules` stay. */
export function forgetAppModules(): void {
  asked = new Set();
  for (const file of Object.keys(internals._cache)) {
    if (!isAppFile(file)) continue;
    const module = internals._cache[file];
    delete internals._cache[file];
    if (module) detach(module);
  }
}

function isAppFile(file: string): boolean {
  return isAbsolute(file) && !own?.has(file) && !file.includes(`${sep}node_modules${sep}`);
}

/** What loaded a module would otherwise hold on to it, and with it to the whole app. */
function detach(module: NodeModule): void {
  const children = module.parent?.children;
  const index = children?.indexOf(module) ?? -1;
  if (index >= 0) children?.splice(index, 1);
}
