import { existsSync, type FSWatcher, watch } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** Editors and git write in several steps; a change is over when nothing happens for so many milliseconds. */
const QUIET = 20;

/** What to watch. */
export interface Watched {
  /** Absolute paths. */
  readonly files: readonly string[];
  /** Folders of which every file counts. */
  readonly folders: readonly string[];
}

/**
 * Notices changes of files. It watches their folders, as a file that is replaced is another one, and remembers what
 * changed while nobody waited.
 */
export class FileWatcher {
  readonly #watchers = new Map<string, FSWatcher>();
  readonly #changed = new Set<string>();
  #watched: Watched = { files: [], folders: [] };
  #notify: (() => void) | undefined;

  /** Watches these from now on, and nothing else. */
  watch(watched: Watched): void {
    this.#watched = watched;
    const folders = new Set([...watched.files.map((file) => dirname(file)), ...watched.folders].map(existingFolder));
    for (const folder of this.#watchers.keys()) if (!folders.has(folder)) this.#unwatch(folder);
    for (const folder of folders) if (!this.#watchers.has(folder)) this.#open(folder);
  }

  /** Waits until something has changed since the last time, and gives the files. */
  async next(): Promise<string[]> {
    for (const watcher of this.#watchers.values()) watcher.ref();
    if (this.#changed.size === 0) await this.#event();
    while (await this.#eventWithin(QUIET));
    for (const watcher of this.#watchers.values()) watcher.unref();
    const changed = [...this.#changed].sort();
    this.#changed.clear();
    return changed;
  }

  /** Lets go of what has changed so far. */
  async forget(): Promise<void> {
    while (await this.#eventWithin(QUIET));
    this.#changed.clear();
  }

  close(): void {
    for (const folder of this.#watchers.keys()) this.#unwatch(folder);
  }

  /** A watcher keeps the process alive only while somebody waits: an app that waits in vain is to end. */
  #open(folder: string): void {
    const watcher = watch(folder, (_event, name) => this.#see(folder, name));
    watcher.on('error', () => this.#unwatch(folder));
    watcher.unref();
    this.#watchers.set(folder, watcher);
  }

  #unwatch(folder: string): void {
    this.#watchers.get(folder)?.close();
    this.#watchers.delete(folder);
  }

  #see(folder: string, name: string | null): void {
    const file = join(folder, name ?? '');
    const { files, folders } = this.#watched;
    const counts = folders.includes(folder) || files.some((path) => path === file || path.startsWith(`${file}/`));
    if (!counts) return;
    this.#changed.add(file);
    this.#notify?.();
  }

  #event(): Promise<void> {
    return new Promise((done) => {
      this.#notify = done;
    });
  }

  #eventWithin(milliseconds: number): Promise<boolean> {
    return new Promise((done) => {
      const timer = setTimeout(() => done(false), milliseconds);
      this.#notify = () => {
        clearTimeout(timer);
        done(true);
      };
    });
  }
}

/** The folder, or the nearest one around it that is there, in which it may appear. */
function existingFolder(folder: string): string {
  return existsSync(folder) || basename(folder) === '' ? folder : existingFolder(dirname(folder));
}
