import { spawnSync } from 'node:child_process';
import type { ManifestText } from '../../comparison/compare-files';
import { UsageError } from '../command';

/** A folder or file of a git revision, `REVISION:PATH`. */
export interface Revision {
  readonly revision: string;
  /** Relative to the working directory; `.` for all of it. */
  readonly path: string;
}

const MANIFEST = /\.(ya?ml|json)$/i;
/** The most that git may print, in bytes. */
const MOST_OUTPUT = 1024 ** 3;

/** Reads `main:dist` as a revision and a path; undefined when the text names no revision. */
export function revisionOf(text: string): Revision | undefined {
  const [, revision, path] = /^([^:]+):(.*)$/.exec(text) ?? [];
  return revision === undefined || path === undefined ? undefined : { revision, path: path === '' ? '.' : path };
}

/**
 * The YAML and JSON files below a path as a git revision has them; none when it has no such path.
 *
 * @throws UsageError when git knows no such revision, or cannot be run.
 */
export function readRevision({ revision, path }: Revision): ManifestText[] {
  if (revision.startsWith('-')) throw new UsageError(`${revision} is no git revision.`);
  const listed = git(['ls-tree', '-r', '-z', revision, '--', path]).toString('utf8');
  const entries = listed.split('\0').flatMap((row) => {
    const [, type, id, file] = /^\d+ (\w+) ([0-9a-f]+)\t([\s\S]+)$/.exec(row) ?? [];
    return type === 'blob' && id && file && MANIFEST.test(file) ? [{ id, file }] : [];
  });
  if (entries.length === 0) return [];
  const contents = readBlobs(entries.map(({ id }) => id));
  return entries.map(({ file }, index) => ({
    path: file === path ? '' : below(path, file),
    name: `${revision}:${file}`,
    content: contents[index] ?? Buffer.alloc(0),
  }));
}

/** The path of a file relative to a folder that it is in. */
function below(folder: string, file: string): string {
  const prefix = `${folder.replace(/^\.\//, '').replace(/\/+$/, '')}/`;
  return file.startsWith(prefix) ? file.slice(prefix.length) : file;
}

/** Each blob comes after a line with its id, type and length, and is followed by a line break. */
function readBlobs(ids: readonly string[]): Buffer[] {
  const output = git(['cat-file', '--batch'], `${ids.join('\n')}\n`);
  let at = 0;
  return ids.map(() => {
    const lineEnd = output.indexOf('\n', at);
    const length = Number(output.toString('latin1', at, lineEnd).split(' ')[2]);
    const start = lineEnd + 1;
    at = start + length + 1;
    return output.subarray(start, start + length);
  });
}

function git(args: readonly string[], input?: string): Buffer {
  const { status, stdout, stderr, error } = spawnSync('git', args, {
    maxBuffer: MOST_OUTPUT,
    env: { ...process.env, LC_ALL: 'C' },
    ...(input !== undefined && { input }),
  });
  if (error) throw new UsageError(`git cannot be run: ${error.message}.`);
  if (status !== 0) throw new UsageError(`git ${args[0]} failed: ${stderr.toString('utf8').trim()}`);
  return stdout;
}
