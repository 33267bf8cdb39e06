import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { writeFiles } from '../../synthesis/write-files';
import { UsageError } from '../command';

/**
 * Writes files that are not there yet.
 *
 * @param force Whether those that are there may be replaced.
 * @throws UsageError when one is there; then nothing is written.
 */
export function writeNewFiles(
  folder: string,
  files: readonly { readonly path: string; readonly content: string }[],
  force: boolean,
): void {
  const there = files.map(({ path }) => join(folder, path)).filter((file) => existsSync(file));
  const [first, ...more] = there;
  if (first !== undefined && !force) {
    const others = more.length === 0 ? 'is' : `and ${more.length} more are`;
    throw new UsageError(`${first} ${others} there already; nothing was written. Replace with --force.`);
  }
  writeFiles(folder, files, { journal: false });
}
