import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** What a `tsconfig.json` says of the JavaScript that becomes of a module. */
export interface CompilerOptions {
  /** Another text for other options. */
  readonly key: string;
  /** `compilerOptions`, those of the files that it extends included; empty where it cannot be read. */
  read(): object;
}

const NONE: CompilerOptions = { key: '', read: () => ({}) };
const known = new Map<string, CompilerOptions>();

/** The options of the modules in a folder: those of the nearest `tsconfig.json`. */
export function compilerOptions(folder: string): CompilerOptions {
  let options = known.get(folder);
  if (!options) {
    options = optionsIn(folder);
    known.set(folder, options);
  }
  return options;
}

function optionsIn(folder: string): CompilerOptions {
  const file = join(folder, 'tsconfig.json');
  if (!existsSync(file)) return dirname(folder) === folder ? NONE : compilerOptions(dirname(folder));
  const read = (): object => {
    const { readCompilerOptions } = require('./tsconfig') as typeof import('./tsconfig');
    return readCompilerOptions(folder);
  };
  // The text tells as much as what it means, and takes less time; but for what stands in other files.
  const text = readFileSync(file, 'utf8');
  return { key: text.includes('"extends"') ? JSON.stringify(read()) : text, read };
}
