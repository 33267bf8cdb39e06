import { existsSync, statSync } from 'node:fs';
import { isAbsolute, join, resolve } from 'node:path';

/** What TypeScript puts behind a name that has no ending. */
const ENDINGS = ['.ts', '.tsx', '.js', '.json'];

/**
 * The file that TypeScript means where Node finds nothing: `./web.ts` by `./web.js`, as in ES modules, or by `./web`; a
 * file or a folder that `paths` in `tsconfig.json` gives.
 *
 * @param request What is imported.
 * @param folder Of the module that imports it.
 */
export function typescriptFile(request: string, folder: string): string | undefined {
  const isPath = /^\.{1,2}(\/|$)/.test(request) || isAbsolute(request);
  const paths = isPath ? [resolve(folder, request)] : aliasedPaths(request, folder);
  return paths.flatMap(candidates).find(isFile);
}

function aliasedPaths(request: string, folder: string): string[] {
  const { pathsOf } = require('./tsconfig') as typeof import('./tsconfig');
  return pathsOf(request, folder);
}

function candidates(path: string): string[] {
  const script = /^(.*)\.([cm]?)jsx?$/.exec(path);
  if (script) return [path, `${script[1]}.${script[2]}ts`, `${script[1]}.tsx`];
  return [path, ...ENDINGS.map((ending) => path + ending), ...ENDINGS.map((ending) => join(path, `index${ending}`))];
}

function isFile(path: string): boolean {
  return existsSync(path) && statSync(path).isFile();
}
