import {
  chmodSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { type Extent, JOURNAL, journalText, nextPaths, readJournal, stalePaths } from './journal';
import { SynthesisError } from './synthesis-error';

/** A file to be written: its path relative to the output folder, and its text. */
interface File {
  readonly path: string;
  readonly content: string;
}

/** What writing changed, as paths relative to the output folder. */
export interface Written {
  readonly created: readonly string[];
  readonly updated: readonly string[];
  readonly removed: readonly string[];
  readonly unchanged: readonly string[];
}

/**
 * Brings an output folder up to date.
 *
 * Each file is written beside its place and renamed over it, so that a reader sees the old or the new one, whole.
 * Files that have not changed are not touched. Only files that the folder's journal lists are removed.
 * The journal names new files before they are written and old ones until they are gone: whatever stops a run,
 * the next one finishes it.
 *
 * @param options.journal Whether the folder has a journal. Default: true.
 * @param options.extent What else the folder is to hold, when this is a run among others. Default: nothing.
 * @throws SynthesisError `ERR_OUTPUT` when the folder cannot be written.
 */
export function writeFiles(
  outdir: string,
  files: readonly File[],
  options: { readonly journal?: boolean; readonly extent?: Extent } = {},
): Written {
  const { journal = true, extent = { paths: files.map(({ path }) => path), scope: '' } } = options;
  try {
    mkdirSync(outdir, { recursive: true });
    return bringUpToDate(realpathSync(outdir), files, extent, journal);
  } catch (error) {
    throw new SynthesisError('ERR_OUTPUT', `cannot write to ${outdir}: ${reasonOf(error)}`, { cause: error });
  }
}

function bringUpToDate(outdir: string, files: readonly File[], extent: Extent, journal: boolean): Written {
  const written = {
    created: [] as string[],
    updated: [] as string[],
    removed: [] as string[],
    unchanged: [] as string[],
  };
  const owned = journal ? readJournal(outdir) : [];
  const stale = stalePaths(owned, extent);
  const next = journalText(nextPaths(owned, extent));
  const pending = files.filter((file) => {
    const old = readText(join(outdir, file.path));
    (old === file.content ? written.unchanged : old === undefined ? written.created : written.updated).push(file.path);
    return old !== file.content;
  });
  if (journal && (pending.length > 0 || stale.length > 0))
    replace(join(outdir, JOURNAL), journalText(new Set([...owned, ...extent.paths])));
  for (const { path, content } of pending) {
    mkdirSync(dirname(join(outdir, path)), { recursive: true });
    replace(join(outdir, path), content);
  }
  for (const path of stale) if (remove(outdir, path)) written.removed.push(path);
  if (journal && next !== readText(join(outdir, JOURNAL))) replace(join(outdir, JOURNAL), next);
  return written;
}

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Replaces a file by rename, through a symbolic link and with the permissions of the old one. */
function replace(file: string, content: string): void {
  const target = existing(file) ?? file;
  const temporary = join(dirname(target), `.${process.pid}.podwright.tmp`);
  try {
    writeFileSync(temporary, content);
    if (target !== file || existing(file)) chmodSync(temporary, statSync(target).mode);
    renameSync(temporary, target);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

function existing(file: string): string | undefined {
  try {
    return realpathSync(file);
  } catch {
    return undefined;
  }
}

/** Removes a file and the folders that it leaves empty; says whether it was there. */
function remove(outdir: string, path: string): boolean {
  const there = existing(join(outdir, path)) !== undefined;
  rmSync(join(outdir, path), { force: true });
  for (let folder = dirname(path); folder !== '.'; folder = dirname(folder)) {
    try {
      rmdirSync(join(outdir, folder));
    } catch {
      break;
    }
  }
  return there;
}

function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  const reasons: Record<string, string> = {
    EACCES: 'permission denied',
    EROFS: 'the file system is read-only',
    ENOSPC: 'no space is left on the device',
    ENOTDIR: 'a part of its path is a file, not a folder',
    EEXIST: 'a part of its path is a file, not a folder',
    EISDIR: 'a folder stands where a file is to be written',
  };
  return reasons[code ?? ''] ?? message;
}
