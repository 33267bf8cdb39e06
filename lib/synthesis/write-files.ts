import {
  chmodSync,
  copyFileSync,
  existsSync,
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
import { holdsText } from './holds-text';
import { ifThere } from './if-there';
import { type Extent, JOURNAL, journalText, nextPaths, readJournal, stalePaths } from './journal';
import { STAGING, withStaging } from './staging';
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
 * All new files are written whole into a staging folder first; then each is renamed to its place, so that a reader sees
 * the old or the new one, and a run that fails while it writes has changed nothing. Files that have not changed are not
 * touched. Only files that the folder's journal lists are removed. The journal names new files before they are in place
 * and old ones until they are gone: whatever stops a run, the next one finishes it. Runs over one folder wait for each
 * other.
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
  let made: string | undefined;
  try {
    made = mkdirSync(outdir, { recursive: true });
    return bringUpToDate(realpathSync(outdir), files, extent, journal);
  } catch (error) {
    if (made !== undefined) removeIfEmpty(outdir);
    throw new SynthesisError('ERR_OUTPUT', `cannot write to ${outdir}: ${reasonOf(error)}`, { cause: error });
  }
}

function bringUpToDate(outdir: string, files: readonly File[], extent: Extent, journal: boolean): Written {
  const plan = planOf(outdir, files, extent, journal);
  if (isDone(plan) && !existsSync(join(outdir, STAGING))) return written(plan, []);
  // What another run did meanwhile counts, so the plan is made again once the folder is ours.
  return withStaging(outdir, (staging) => carryOut(planOf(outdir, files, extent, journal), outdir, staging));
}

/** What there is to do in an output folder. */
interface Plan {
  readonly created: readonly File[];
  readonly updated: readonly File[];
  readonly unchanged: readonly File[];
  /** The paths of files that the app no longer has. */
  readonly stale: readonly string[];
  /** The texts of the journal while files change and afterwards; undefined where it stays as it is. */
  readonly journalBefore?: string;
  readonly journalAfter?: string;
}

function planOf(outdir: string, files: readonly File[], extent: Extent, journal: boolean): Plan {
  const [created, updated, unchanged]: File[][] = [[], [], []];
  for (const file of files) {
    const there = holdsText(join(outdir, file.path), file.content);
    (there ? unchanged : there === undefined ? created : updated)?.push(file);
  }
  const plan = { created: created ?? [], updated: updated ?? [], unchanged: unchanged ?? [] };
  if (!journal) return { ...plan, stale: [] };
  const owned = readJournal(outdir);
  const stale = stalePaths(owned, extent);
  const [now, before, after] = [
    ifThere(() => readFileSync(join(outdir, JOURNAL), 'utf8')),
    journalText(new Set([...owned, ...extent.paths])),
    journalText(nextPaths(owned, extent)),
  ];
  const isOneStep = plan.created.length + plan.updated.length + stale.length === 0;
  return {
    ...plan,
    stale,
    ...(!isOneStep && before !== now && { journalBefore: before }),
    ...(after !== (isOneStep ? now : before) && { journalAfter: after }),
  };
}

function isDone({ created, updated, stale, journalAfter }: Plan): boolean {
  return created.length + updated.length + stale.length === 0 && journalAfter === undefined;
}

function carryOut(plan: Plan, outdir: string, staging: string): Written {
  const { created, updated, stale, journalBefore, journalAfter } = plan;
  const journal = (content: string | undefined) => (content === undefined ? [] : [{ path: JOURNAL, content }]);
  const first = [...journal(journalBefore), ...created, ...updated];
  const all = [...first, ...journal(journalAfter)];
  const staged = all.map((file, index) => stage(join(outdir, file.path), file.content, join(staging, String(index))));
  for (const file of staged.slice(0, first.length)) putInPlace(file);
  const removed = stale.filter((path) => remove(outdir, path));
  for (const file of staged.slice(first.length)) putInPlace(file);
  return written(plan, removed);
}

function written({ created, updated, unchanged }: Plan, removed: readonly string[]): Written {
  const paths = (files: readonly File[]) => files.map(({ path }) => path);
  return { created: paths(created), updated: paths(updated), removed, unchanged: paths(unchanged) };
}

/** A new file that is whole, and where it goes. */
interface Staged {
  readonly from: string;
  readonly to: string;
}

/** Writes the new content of a file, with the permissions of the old one, whose symbolic link it follows. */
function stage(file: string, content: string, from: string): Staged {
  const to = existing(file);
  writeFileSync(from, content);
  if (to !== undefined) chmodSync(from, statSync(to).mode);
  return { from, to: to ?? file };
}

function putInPlace({ from, to }: Staged): void {
  mkdirSync(dirname(to), { recursive: true });
  try {
    renameSync(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    replaceElsewhere(from, to);
  }
}

/** A link may lead to another file system, which a file cannot be renamed to. */
function replaceElsewhere(from: string, to: string): void {
  const beside = join(dirname(to), `.${process.pid}${STAGING}`);
  try {
    copyFileSync(from, beside);
    renameSync(beside, to);
  } catch (error) {
    rmSync(beside, { force: true });
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
  for (let folder = dirname(path); folder !== '.'; folder = dirname(folder))
    if (!removeIfEmpty(join(outdir, folder))) break;
  return there;
}

function removeIfEmpty(folder: string): boolean {
  try {
    rmdirSync(folder);
    return true;
  } catch {
    return false;
  }
}

function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  const reasons: Record<string, string> = {
    EACCES: 'permission denied',
    EROFS: 'the file system is read-only',
    ENOSPC: 'no space is left on the device',
    ENOTDIR: 'a part of its path is a file, not a folder',
    EEXIST: 'a part of its path is a file, not a folder',
    EFBIG: 'a file is larger than the system allows',
    EDQUOT: 'no space is left within the disk quota',
    EPERM: 'permission denied, or a file is open in another program',
    EBUSY: 'a file is open in another program',
    EISDIR: 'a folder stands where a file is to be written',
  };
  return reasons[code ?? ''] ?? message;
}
