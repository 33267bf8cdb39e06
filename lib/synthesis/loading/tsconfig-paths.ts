import { createPathsMatcher, getTsconfig, type PathsMatcher } from 'get-tsconfig';

const matchers = new Map<string, PathsMatcher | undefined>();

/**
 * The paths that `paths` or `baseUrl` in the nearest `tsconfig.json` give for a module that is not named by its own
 * path, the first one first; none where there is no such file, or it cannot be read.
 *
 * Follows https://www.typescriptlang.org/tsconfig/#paths.
 *
 * @param folder Of the module that imports it.
 */
export function pathsOf(specifier: string, folder: string): string[] {
  let matcher = matchers.get(folder);
  if (matcher === undefined && !matchers.has(folder)) {
    matcher = readMatcher(folder);
    matchers.set(folder, matcher);
  }
  return matcher?.(specifier) ?? [];
}

function readMatcher(folder: string): PathsMatcher | undefined {
  try {
    const config = getTsconfig(folder);
    return (config && createPathsMatcher(config)) ?? undefined;
  } catch {
    return undefined;
  }
}
