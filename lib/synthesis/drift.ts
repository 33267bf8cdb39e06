import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Comparison, compareFiles, type FileDifference, type ManifestText } from '../comparison/compare-files';
import type { CompareOptions } from '../comparison/compare-manifests';
import { ifThere } from './if-there';
import { type Extent, JOURNAL, journalText, nextPaths, readJournal, stalePaths } from './journal';
import { SynthesisError } from './synthesis-error';

/** A file as it is rendered: its path relative to the output folder, and its text. */
interface File {
  readonly path: string;
  readonly content: string;
}

/** What to compare, and how. */
export interface DriftOptions extends CompareOptions {
  /** What else the folder is to hold, when this is a run among others. Default: nothing. */
  readonly extent?: Extent;
}

/**
 * How an output folder differs from what an app renders: the files that writing would create, replace or remove, and
 * what that changes in their objects. Writes nothing.
 *
 * Files in the folder that its journal does not list are not podwright's and are left alone.
 *
 * @throws SynthesisError `ERR_OUTPUT` when the folder cannot be read.
 */
export function findDrift(outdir: string, files: readonly File[], options: DriftOptions = {}): Comparison {
  const extent = options.extent ?? { paths: files.map(({ path }) => path), scope: '' };
  try {
    const journal = readJournal(outdir);
    const paths = new Set([...stalePaths(journal, extent), ...files.map(({ path }) => path)]);
    const committed = [...paths].flatMap((path) => {
      const content = ifThere(() => readFileSync(join(outdir, path), 'utf8'));
      return content === undefined ? [] : [manifestText(outdir, path, content)];
    });
    const rendered = files.map(({ path, content }) => manifestText(outdir, path, content));
    const comparison = compareFiles(committed, rendered, options);
    const next = nextPaths(journal, extent);
    return { ...comparison, files: [...journalDrift(outdir, next), ...comparison.files] };
  } catch (error) {
    throw new SynthesisError('ERR_OUTPUT', `cannot read ${outdir}: ${(error as Error).message}`, { cause: error });
  }
}

function manifestText(outdir: string, path: string, content: string): ManifestText {
  return { path, name: join(outdir, path), content };
}

/** The journal is committed with the files that it lists. */
function journalDrift(outdir: string, next: readonly string[]): FileDifference[] {
  const name = join(outdir, JOURNAL);
  const text = ifThere(() => readFileSync(name, 'utf8'));
  if (text === undefined && next.length === 0) return [];
  if (text === journalText(next)) return [];
  return [{ path: JOURNAL, name, state: text === undefined ? 'added' : 'changed' }];
}
