import { join } from 'node:path';
import type { Written } from '../synthesis/write-files';
import type { Io } from './io';

/** Says which files of an output folder were written and removed. */
export function tellWritten({ created, updated, removed, unchanged }: Written, outdir: string, io: Io): void {
  for (const [verb, paths] of [
    ['created', created],
    ['updated', updated],
    ['removed', removed],
  ] as const) {
    for (const path of paths) io.err(`${verb} ${join(outdir, path)}\n`);
  }
  if (unchanged.length > 0)
    io.err(`${unchanged.length} ${unchanged.length === 1 ? 'file' : 'files'} in ${outdir} unchanged\n`);
}
