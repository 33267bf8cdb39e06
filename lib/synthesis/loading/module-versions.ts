import { pathToFileURL } from 'node:url';
import { importModule, registerModuleHooks } from './import-module';

let version = 0;
let wasImported = false;

/** Whether the app that ran last was imported, so that Node does not tell which modules it loaded. */
export function isImported(): boolean {
  return wasImported;
}

/** Notes that an app runs that `require` loads. */
export function forgetImported(): void {
  wasImported = false;
}

/**
 * Imports the ES module of an app with all modules of the app that it imports, anew each time: what is loaded once is
 * never let go by Node, so each time gets a version of its own.
 */
export async function importAnew(file: string): Promise<void> {
  if (version === 0) registerModuleHooks();
  version += 1;
  wasImported = true;
  await importModule(`${pathToFileURL(file).href}?podwright=${version}`);
}
