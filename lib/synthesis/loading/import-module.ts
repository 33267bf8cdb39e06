import Module, { type LoadHook, type ResolveHook, register } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Imports an ES module. Stands in a file of its own, as code that `loadCompiled` has loaded cannot import any. */
export function importModule(url: string): Promise<unknown> {
  return import(url);
}

type RegisterHooks = (hooks: { resolve: ResolveHook; load: LoadHook }) => void;

/** Has Node find and load modules as `module-hooks.ts` says. */
export function registerModuleHooks(): void {
  const hooks = join(__dirname, 'module-hooks.js');
  const { registerHooks } = Module as unknown as { registerHooks?: RegisterHooks };
  if (registerHooks) registerHooks(require(hooks));
  else register(pathToFileURL(hooks));
}
