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
  if (there.length > 0 && !force)
    throw new UsageError(`${there.join(', ')} is there already; nothing was written. Replace it with --force.`);
  writeFiles(folder, files, { journal: false });
}
