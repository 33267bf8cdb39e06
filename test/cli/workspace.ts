import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Io } from '../../lib/cli/io';
import { runCli } from '../../lib/cli/run-cli';

const ROOT = join(__dirname, '../..');

/** The import line of an app in a workspace. */
export const IMPORT = `import { App, Chart, Deployment, Pod } from '${join(ROOT, 'lib')}';`;

/** An empty folder with this project's dependencies, in which commands run. */
export interface Workspace {
  write(path: string, text: string | Buffer): void;
  read(path: string): string;
  /** All files but those of node_modules, sorted. */
  files(): string[];
  /** Runs a command line in this process. */
  run(...args: string[]): Promise<{ code: number; out: string; err: string }>;
  /** What the next command reads from standard input. */
  input: string | Buffer;
}

/** The commands that give advice. */
const ADVISING = ['synth', 'validate', 'watch'];

/**
 * Gives every test a fresh workspace as its working directory.
 *
 * @param profile The profile of commands that name none; advice is the subject of few tests. Default: `none`.
 */
export function useWorkspace({ profile = 'none' } = {}): Workspace {
  const before = process.cwd();
  let folder = '';
  beforeEach(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'podwright-')));
    symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
    process.chdir(folder);
  });
  afterEach(() => {
    process.chdir(before);
    rmSync(folder, { recursive: true, force: true });
  });
  const workspace: Workspace = {
    input: '',
    write(path, text) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    },
    read: (path) => readFileSync(join(folder, path), 'utf8'),
    files: () => listFiles(folder),
    async run(...args) {
      let [out, err] = ['', ''];
      const io: Io = {
        out: (text) => {
          out += text;
        },
        err: (text) => {
          err += text;
        },
        stdin: () => Buffer.from(workspace.input),
        colour: false,
      };
      const isAdvising = ADVISING.includes(args[0] ?? '') && !args.includes('--profile') && profile !== '';
      return { code: await runCli(isAdvising ? [...args, '--profile', profile] : args, io), out, err };
    },
  };
  return workspace;
}

function listFiles(folder: string): string[] {
  return (readdirSync(folder, { recursive: true }) as string[])
    .filter((path) => !path.startsWith('node_modules') && statSync(join(folder, path)).isFile())
    .sort();
}
