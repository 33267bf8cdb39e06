import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Comparison, compareFiles, type FileDifference, type ManifestText } from '../comparison/compare-files';
import type { CompareOptions } from '../comparison/compare-manifests';
import { JOURNAL, journalText, readJournal } from './journal';
import { SynthesisError } from './synthesis-error';

/** A file as it is rendered: its path relative to the output folder, and its text. */
interface File {
  readonly path: string;
  readonly content: string;
}

/**
 * How an output folder differs from what an app renders: the files that writing would create, replace or remove, and
 * what that changes in their objects. Writes nothing.
 *
 * Files in the folder that its journal does not list are not podwright's and are left alone.
 *
 * @throws SynthesisError `ERR_OUTPUT` when the folder cannot be read.
 */
export function findDrift(outdir: string, files: readonly File[], options: CompareOptions = {}): Comparison {
  try {
    const owned = new Set([...readJournal(outdir), ...files.map(({ path }) => path)]);
    const committed = [...owned].flatMap((path) => {
      const content = readText(join(outdir, path));
      return content === undefined ? [] : [manifestText(outdir, path, content)];
    });
    const rendered = files.map(({ path, content }) => manifestText(outdir, path, content));
    const comparison = compareFiles(committed, rendered, options);
    return { ...comparison, files: [...journalDrift(outdir, files), ...comparison.files] };
  } catch (error) {
    throw new SynthesisError('ERR_OUTPUT', `cannot read ${outdir}: ${(error as Error).message}`, { cause: error });
  }
}

function manifestText(outdir: string, path: string, content: string): ManifestText {
  return { path, name: join(outdir, path), content };
}

/** The journal is committed with the files that it lists. */
function journalDrift(outdir: string, files: readonly File[]): FileDifference[] {
  const name = join(outdir, JOURNAL);
  const text = readText(name);
  const isNeeded = files.length > 0 || text !== undefined;
  if (!isNeeded || text === journalText(files.map(({ path }) => path))) return [];
  return [{ path: JOURNAL, name, state: text === undefined ? 'added' : 'changed' }];
}

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
