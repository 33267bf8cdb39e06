import { createPathsMatcher, getTsconfig, type PathsMatcher, type TsConfigResult } from 'get-tsconfig';

/** `compilerOptions` of the nearest `tsconfig.json`; empty where there is none, or it cannot be read. */
export function readCompilerOptions(folder: string): object {
  return nearestTsconfig(folder)?.config.compilerOptions ?? {};
}

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
  if (!matchers.has(folder)) {
    const config = nearestTsconfig(folder);
    matchers.set(folder, (config && createPathsMatcher(config)) ?? undefined);
  }
  return matchers.get(folder)?.(specifier) ?? [];
}

function nearestTsconfig(folder: string): TsConfigResult | undefined {
  try {
    return getTsconfig(folder) ?? undefined;
  } catch {
    return undefined;
  }
}
