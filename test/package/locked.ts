import { cpSync, existsSync, linkSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');

/** What a lock file says of a package. */
export interface Locked {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly dependencies?: object;
  readonly optionalDependencies?: object;
  readonly peerDependencies?: object;
  readonly peerDependenciesMeta?: Readonly<Record<string, { optional?: boolean }>>;
  readonly dev?: boolean;
  readonly devOptional?: boolean;
  readonly peer?: boolean;
}

const { packages: LOCKED } = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as {
  packages: Record<string, Locked>;
};

/**
 * The paths of the packages that npm adds with some packages of the lock file, and their own, of every platform. Without
 * names: those that it adds with the package of this repository.
 */
export function lockedPackages(names?: readonly string[]): string[] {
  const found = new Set<string>();
  /** Where Node finds a package that one at `from` asks for. */
  const nearest = (from: string, name: string): string | undefined => {
    const path = `${from && `${from}/`}node_modules/${name}`;
    if (LOCKED[path]) return path;
    return from === '' ? undefined : nearest(from.replace(/(^|\/)node_modules\/(@[^/]+\/)?[^/]+$/, ''), name);
  };
  const add = (from: string, name: string) => {
    const place = nearest(from, name);
    if (!place || found.has(place)) return;
    found.add(place);
    addNeeded(place);
  };
  const addNeeded = (path: string) => {
    const { dependencies, optionalDependencies, peerDependencies, peerDependenciesMeta } = LOCKED[path] ?? {};
    for (const name of Object.keys({ ...dependencies, ...optionalDependencies, ...peerDependencies }))
      if (!peerDependenciesMeta?.[name]?.optional) add(path, name);
  };
  if (names) for (const name of names) add('', name);
  else addNeeded('');
  return [...found].sort();
}

/** Whether a package is here, and not for another platform. */
export const isInstalled = (path: string) => existsSync(join(ROOT, path, 'package.json'));

/**
 * Puts packages of this repository into a folder, as if npm had installed them there, and the lock file that names them
 * and `tarball`: `npm install` then adds this one, and asks no registry.
 */
export function provide(folder: string, paths: readonly string[], tarball: Locked): void {
  const root = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as object;
  const entries = paths.map((path) => {
    const { dev, devOptional, peer, ...entry } = LOCKED[path] ?? {};
    return [path, entry] as const;
  });
  const installed = entries.filter(([path]) => isInstalled(path));
  for (const [path] of installed) linkFolder(join(ROOT, path), join(folder, path));
  const lock = (packages: object) => JSON.stringify({ lockfileVersion: 3, requires: true, packages });
  const all = Object.fromEntries([['', root], ...entries, ['node_modules/podwright', tarball]]);
  writeFileSync(join(folder, 'package-lock.json'), lock(all));
  // Must be newer than all packages, for npm to believe it.
  writeFileSync(join(folder, 'node_modules/.package-lock.json'), lock(Object.fromEntries(installed)));
}

/** Copies a package without copying what is in its files, where the disk allows that. */
function linkFolder(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) {
      if (entry.name !== 'node_modules') linkFolder(source, target);
    } else if (entry.isFile()) {
      try {
        linkSync(source, target);
      } catch {
        cpSync(source, target);
      }
    }
  }
}
