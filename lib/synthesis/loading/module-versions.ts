import { register } from 'node:module';
import { pathToFileURL } from 'node:url';
import { importModule } from './import-module';

/** Hands the version of an ES module on to the modules of the app that it imports; packages have none. */
const HOOK = `
export async function resolve(specifier, context, next) {
  const resolved = await next(specifier, context);
  const version = /[?]podwright=\\d+$/.exec(context.parentURL ?? '')?.[0];
  const isApp = resolved.url.startsWith('file:') && !resolved.url.includes('/node_modules/');
  return version && isApp ? { ...resolved, url: resolved.url + version } : resolved;
}`;

let version = 0;

/**
 * Imports the ES module of an app with all modules of the app that it imports, anew each time: what is loaded once is
 * never let go by Node, so each time gets a version of its own.
 */
export async function importAnew(file: string): Promise<void> {
  if (version === 0) register(`data:text/javascript,${encodeURIComponent(HOOK)}`);
  version += 1;
  await importModule(`${pathToFileURL(file).href}?podwright=${version}`);
}
