import type { LoadFnOutput, LoadHook, ResolveFnOutput, ResolveHook } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { isCommonJs, isImportedTypescript, transpileImported } from './imported-typescript';
import { typescriptFile } from './typescript-file';

/** Marks a module that is imported for one run of an app. */
const VERSION = /[?]podwright=\d+$/;

const versionOf = (url = '') => VERSION.exec(url)?.[0];

/**
 * Finds TypeScript, and hands the version of a module on to the modules of the app that it imports.
 *
 * A hook of Node, which runs in this thread or, before Node 22.15, in one of its own; there `next` promises its result.
 * Follows https://nodejs.org/api/module.html#customization-hooks.
 */
export const resolve: ResolveHook = (specifier, context, next) => {
  const version = versionOf(context.parentURL);
  if (version === undefined) return next(specifier, context);
  const versioned = (resolved: ResolveFnOutput): ResolveFnOutput => {
    const isApp = resolved.url.startsWith('file:') && !resolved.url.includes('/node_modules/');
    return isApp ? { ...resolved, url: resolved.url + version } : resolved;
  };
  const instead = (error: unknown) => {
    const url = typescriptUrl(specifier, context.parentURL ?? '');
    if (url === undefined) throw error;
    return next(url, context);
  };
  return then(
    attempt(() => next(specifier, context), instead),
    versioned,
  );
};

/** Strips the types of the modules of an app. */
export const load: LoadHook = (url, context, next): LoadFnOutput | Promise<LoadFnOutput> => {
  if (!versionOf(url) || !isImportedTypescript(url)) return next(url, context);
  const file = fileURLToPath(url);
  const format = isCommonJs(file) ? 'commonjs' : 'module';
  return { format, source: transpileImported(file).code, shortCircuit: true };
};

function typescriptUrl(specifier: string, parentUrl: string): string | undefined {
  const request = specifier.startsWith('file:') ? fileURLToPath(specifier) : specifier;
  const file = typescriptFile(request, dirname(fileURLToPath(parentUrl)));
  return file === undefined ? undefined : pathToFileURL(file).href;
}

type Eventually<T> = T | Promise<T>;

function attempt<T>(action: () => Eventually<T>, instead: (error: unknown) => Eventually<T>): Eventually<T> {
  try {
    const result = action();
    return result instanceof Promise ? result.catch(instead) : result;
  } catch (error) {
    return instead(error);
  }
}

function then<T>(result: Eventually<T>, change: (value: T) => T): Eventually<T> {
  return result instanceof Promise ? result.then(change) : change(result);
}
