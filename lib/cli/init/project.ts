import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readConfig } from '../../synthesis/config';
import { scriptOf } from '../../synthesis/loading/run-app-command';
import { type PackageJson, readPackageJson } from './package-json';

/** Who installs packages, by the lock file that it leaves. */
const LOCK_FILES = { pnpm: 'pnpm-lock.yaml', yarn: 'yarn.lock', npm: 'package-lock.json' } as const;

export type PackageManager = keyof typeof LOCK_FILES;

/** What runs the tests of a project. */
export type TestRunner = 'jest' | 'vitest';

/** A folder as `init` finds it. */
export interface Project {
  /** The text of its `package.json`. */
  readonly packageText?: string;
  readonly packageJson: PackageJson;
  /** Whether there is an app: the script that `cdk8s.yaml` names, or `main.ts`. */
  readonly hasApp: boolean;
  /** The app's script; undefined for a command of another kind, such as `python main.py`. */
  readonly script?: string;
  /** Where the manifests go. */
  readonly output: string;
  /** Whether git leaves that folder out, so that no one else sees what is in it. */
  readonly ignoresOutput: boolean;
  readonly packageManager: PackageManager;
  /** Undefined where no test runner is among the dependencies. */
  readonly testRunner?: TestRunner;
  readonly has: (path: string) => boolean;
}

/**
 * Looks at a folder, which may be empty.
 *
 * @throws UsageError when its `package.json` cannot be read, SynthesisError when its `cdk8s.yaml` cannot.
 */
export function readProject(folder: string): Project {
  const has = (path: string) => existsSync(join(folder, path));
  const read = (path: string) => (has(path) ? readFileSync(join(folder, path), 'utf8') : undefined);
  const packageText = read('package.json');
  const packageJson = packageText === undefined ? {} : readPackageJson(packageText);
  const { app = 'main.ts', output = 'dist' } = readConfig(folder);
  const script = scriptOf(app);
  const packages = { ...packageJson.dependencies, ...packageJson.devDependencies };
  const testRunner = (['vitest', 'jest'] as const).find((name) => name in packages);
  return {
    ...(packageText !== undefined && { packageText }),
    packageJson,
    hasApp: script === undefined || has(script),
    ...(script !== undefined && { script }),
    output,
    ignoresOutput: ignores(read('.gitignore') ?? '', output),
    packageManager: (Object.keys(LOCK_FILES) as PackageManager[]).find((name) => has(LOCK_FILES[name])) ?? 'npm',
    ...(testRunner && { testRunner }),
    has,
  };
}

/** Whether a line of a `.gitignore` is that folder; patterns are not tried. */
function ignores(gitignore: string, folder: string): boolean {
  const plain = (path: string) =>
    path
      .trim()
      .replace(/^\.?\//, '')
      .replace(/\/(\*+)?$/, '');
  return gitignore.split('\n').some((line) => plain(line) === plain(folder));
}
