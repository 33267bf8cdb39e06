import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import picomatch from 'picomatch';
import { UsageError } from '../command';

const MANIFEST = /\.(ya?ml|json)$/i;
const PASSED_OVER = new Set(['node_modules', '.git']);

/**
 * The files that the operands of a command name, each once, in order.
 *
 * @param operands Files, folders (all YAML and JSON files below), globs, or `-` for standard input.
 * @throws UsageError when an operand names nothing.
 */
export function findFiles(operands: readonly string[]): string[] {
  const found = new Set<string>();
  for (const operand of operands) {
    for (const file of filesOf(operand)) found.add(file);
  }
  return [...found];
}

function filesOf(operand: string): string[] {
  if (operand === '-') return [operand];
  if (existsSync(operand)) return statSync(operand).isDirectory() ? filesBelow(operand) : [operand];
  const { base, glob, isGlob } = picomatch.scan(operand);
  if (!isGlob) throw new UsageError(`${operand} does not exist.`);
  const matches = picomatch(glob);
  const root = base === '' ? '.' : base;
  const files = existsSync(root) ? everyFile(root).filter((file) => matches(file)) : [];
  if (files.length === 0) throw new UsageError(`${operand} matches no file.`);
  return files.map((file) => join(root, file));
}

function filesBelow(folder: string): string[] {
  const files = everyFile(folder).filter((file) => MANIFEST.test(file));
  if (files.length === 0) throw new UsageError(`${folder} holds no YAML or JSON file.`);
  return files.map((file) => join(folder, file));
}

/** Paths relative to the folder, with `/`, sorted so that reports do not depend on the file system. */
function everyFile(folder: string, prefix = ''): string[] {
  const entries = readdirSync(join(folder, prefix), { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  return entries.flatMap((entry) => {
    const path = prefix === '' ? entry.name : `${prefix}/${entry.name}`;
    if (entry.isDirectory()) return PASSED_OVER.has(entry.name) ? [] : everyFile(folder, path);
    return entry.isFile() || entry.isSymbolicLink() ? [path.split(sep).join('/')] : [];
  });
}
