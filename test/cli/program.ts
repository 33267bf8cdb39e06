import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const ROOT = join(__dirname, '../..');
const BUILT = join(ROOT, 'build/lib/cli/main.js');

/** Milliseconds after which a run has hung. */
const HUNG = 20_000;

/** The built program, in a folder in which it runs as a process of its own. */
export interface Program {
  readonly folder: string;
  write(path: string, text: string): void;
  read(path: string): string;
  run(...args: string[]): { code: number | null; out: string; err: string };
}

/**
 * Gives every test a fresh folder for the built program.
 *
 * @param links Paths in the folder, and the paths in this repository that they lead to. Default: all packages.
 */
export function useProgram(links: Readonly<Record<string, string>> = { node_modules: 'node_modules' }): Program {
  let folder = '';
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  beforeEach(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'podwright-')));
    for (const [path, target] of Object.entries(links)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      symlinkSync(join(ROOT, target), join(folder, path));
    }
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  return {
    get folder() {
      return folder;
    },
    write,
    read: (path) => readFileSync(join(folder, path), 'utf8'),
    run(...args) {
      const options = { cwd: folder, encoding: 'utf8', timeout: HUNG } as const;
      const { status, stdout, stderr } = spawnSync(process.execPath, [BUILT, ...args], options);
      return { code: status, out: stdout, err: stderr };
    },
  };
}
