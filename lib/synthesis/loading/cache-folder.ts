import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder for what a later run can use again; undefined where there is no `node_modules` in or above `from`. */
export function cacheFolder(from: string): string | undefined {
  for (let folder = from; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'node_modules'))) return join(folder, 'node_modules', '.cache', 'podwright');
    if (folder === dirname(folder)) return undefined;
  }
}

/** Keeps a file in the cache, which is a help, never a need: where it cannot be written, nothing is kept. */
export function keepFile(file: string, content: string | Buffer): void {
  try {
    mkdirSync(dirname(file), { recursive: true });
    const temporary = `${file}.${process.pid}.tmp`;
    writeFileSync(temporary, content);
    renameSync(temporary, file);
  } catch {
    return;
  }
}
