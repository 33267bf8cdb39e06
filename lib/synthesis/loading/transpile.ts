import { dirname, extname } from 'node:path';
import { compilerOptions } from './compiler-options';

/** A module without its types, and where its lines come from. */
export interface Transpiled {
  readonly code: string;
  readonly map: string;
}

/** What becomes of `import` and `export`: CommonJS, which cannot wait at its top level, or an ES module. */
type Format = 'cjs' | 'esm';

/** From Node 20.19 on. */
const REQUIRES_ES_MODULES = (process.features as { require_module?: boolean }).require_module === true;
const IMPORT_META_URL = 'const __podwright_url = require("node:url").pathToFileURL(__filename).href;';

const COMMON = { platform: 'node', target: 'node20', sourcemap: 'external', sourcesContent: false } as const;

/** How each format is made. */
const SETTINGS = {
  esm: { ...COMMON, format: 'esm' },
  cjs: {
    ...COMMON,
    format: 'cjs',
    define: {
      'import.meta.dirname': '__dirname',
      'import.meta.filename': '__filename',
      'import.meta.url': '__podwright_url',
    },
    // What `require` loads finds TypeScript, and what `import()` loads does not.
    supported: { 'dynamic-import': !REQUIRES_ES_MODULES },
  },
} as const;

let key: string | undefined;

/** Another text where CommonJS is made in another way, or by another version of esbuild. */
export function transpilerKey(): string {
  key ??= `${(require('esbuild/package.json') as { version: string }).version} ${JSON.stringify(SETTINGS.cjs)}`;
  return key;
}

/**
 * TypeScript without its types, which are stripped by esbuild and not checked, as the nearest `tsconfig.json` asks for it
 * (`experimentalDecorators`, `useDefineForClassFields`, `jsx` and the like).
 *
 * @throws The error of esbuild, with the places of what it cannot read.
 */
export function transpile(file: string, source: string, format: Format = 'cjs'): Transpiled {
  const { transformSync } = require('esbuild') as typeof import('esbuild');
  const meta = format === 'cjs' && source.includes('import.meta');
  return transformSync(source, {
    ...SETTINGS[format],
    loader: extname(file) === '.tsx' ? 'tsx' : 'ts',
    sourcefile: file,
    tsconfigRaw: { compilerOptions: compilerOptions(dirname(file)).read() },
    ...(meta && { banner: IMPORT_META_URL }),
  });
}

/** Whether a module cannot become CommonJS since it waits at its top level. */
export function waitsAtTopLevel(error: unknown): boolean {
  const { errors = [] } = (error ?? {}) as { errors?: readonly { text: string }[] };
  return errors.some(({ text }) => text.startsWith('Top-level await '));
}
