import { extname } from 'node:path';

/** A module without its types, and where its lines come from. */
export interface Transpiled {
  readonly code: string;
  readonly map: string;
}

/** What `import.meta` holds in an ES module, in a CommonJS one. */
const IMPORT_META = {
  'import.meta.dirname': '__dirname',
  'import.meta.filename': '__filename',
  'import.meta.url': '__podwright_url',
};
const IMPORT_META_URL = 'const __podwright_url = require("node:url").pathToFileURL(__filename).href;';

/**
 * TypeScript without its types, which are stripped by esbuild and not checked.
 *
 * @param format What becomes of `import` and `export`: CommonJS, which cannot wait at its top level, or an ES module.
 * @throws The error of esbuild, with the places of what it cannot read.
 */
export function transpile(file: string, source: string, format: 'cjs' | 'esm' = 'cjs'): Transpiled {
  const { transformSync } = require('esbuild') as typeof import('esbuild');
  const meta = format === 'cjs' && source.includes('import.meta');
  return transformSync(source, {
    loader: extname(file) === '.tsx' ? 'tsx' : 'ts',
    format,
    target: 'node20',
    platform: 'node',
    sourcefile: file,
    sourcemap: 'external',
    sourcesContent: false,
    ...(meta && { define: IMPORT_META, banner: IMPORT_META_URL }),
  });
}

/** Whether a module cannot become CommonJS since it waits at its top level. */
export function waitsAtTopLevel(error: unknown): boolean {
  const { errors = [] } = (error ?? {}) as { errors?: readonly { text: string }[] };
  return errors.some(({ text }) => text.startsWith('Top-level await '));
}
