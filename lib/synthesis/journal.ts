import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ifThere } from './if-there';

/** The file in the output folder that lists the files that podwright wrote; `kubectl apply -f` passes over its name. */
export const JOURNAL = '.podwright';

const HEADER = '# The manifests in this folder that podwright writes and may remove; commit this file with them.';

/** The paths that the journal of an output folder lists; none where there is no journal. */
export function readJournal(outdir: string): string[] {
  const text = ifThere(() => readFileSync(join(outdir, JOURNAL), 'utf8')) ?? '';
  return text.split('\n').filter((line) => line !== '' && !line.startsWith('#') && staysInside(line));
}

/** What of an output folder a run decides on. */
export interface Extent {
  /** The paths of all files that the folder is to hold within the scope, also those that other runs write. */
  readonly paths: readonly string[];
  /** What the paths begin with that the run decides on: `staging/`, or empty for the whole folder. */
  readonly scope: string;
}

/** The files of a journal that a run is to remove. */
export function stalePaths(journal: readonly string[], { paths, scope }: Extent): string[] {
  const wanted = new Set(paths);
  return journal.filter((path) => path.startsWith(scope) && !wanted.has(path));
}

/** The paths that a journal lists after a run: what it does not decide on stays. */
export function nextPaths(journal: readonly string[], { paths, scope }: Extent): string[] {
  return [...journal.filter((path) => !path.startsWith(scope)), ...paths];
}

/** The text of a journal. */
export function journalText(paths: Iterable<string>): string {
  return `${[HEADER, ...[...paths].sort()].join('\n')}\n`;
}

/** A journal that was tampered with must not make us remove files elsewhere. */
function staysInside(path: string): boolean {
  return !path.startsWith('/') && !path.includes('\\') && !path.split('/').some((part) => part === '..' || part === '');
}
