import { readFileSync } from 'node:fs';
import { type Transpiled, transpile } from './transpile';

const TYPESCRIPT = /^file:[^?]*\.[cm]?tsx?(\?|$)/;

/** Whether the URL of a module that is imported is that of TypeScript. */
export function isImportedTypescript(url: string): boolean {
  return TYPESCRIPT.test(url);
}

/** A module of TypeScript as what `import` makes of it: an ES module, or CommonJS where its ending says so. */
export function transpileImported(file: string): Transpiled {
  return transpile(file, readFileSync(file, 'utf8'), isCommonJs(file) ? 'cjs' : 'esm');
}

/** Whether a module of TypeScript is CommonJS by its ending. */
export function isCommonJs(file: string): boolean {
  return file.endsWith('.cts');
}
