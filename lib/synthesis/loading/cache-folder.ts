import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder for what a later run can use again; undefined where there is no `node_modules` in or above `from`. */
export function cacheFolder(from: string): string | undefined {
  for (let folder = from; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'node_modules'))) return join(folder, 'node_modules', '.cache', 'podwright');
    if (folder === dirname(folder)) return undefined;
  }
}

/**
 * A short name for a file in the cache, made of what it is for. Two may get the same one: a file must say itself what it
 * is for. Node's own hashes take longer to load than everything else that the cache needs.
 */
export function cacheName(purpose: string): string {
  let [one, other] = [0x811c9dc5, 0x01000193];
  for (let index = 0; index < purpose.length; index += 1) {
    const unit = purpose.charCodeAt(index);
    one = Math.imul(one ^ unit, 0x01000193);
    other = Math.imul(other ^ unit, 0x85ebca6b);
  }
  return [one, other].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('');
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
