import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');

/** What the lock file says of a package. */
interface Locked {
  readonly dependencies?: object;
  readonly optionalDependencies?: object;
  readonly peerDependencies?: object;
  readonly peerDependenciesMeta?: Readonly<Record<string, { optional?: boolean }>>;
}

/**
 * The folders of the packages that npm adds with some packages of the lock file, and their own, relative to this
 * repository. Without names: those that it adds with the package of this repository.
 */
export function lockedPackages(names?: readonly string[]): string[] {
  const { packages } = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, Locked>;
  };
  const found = new Set<string>();
  /** Where Node finds a package that one at `from` asks for; undefined where it is for another platform. */
  const nearest = (from: string, name: string): string | undefined => {
    const path = `${from && `${from}/`}node_modules/${name}`;
    if (packages[path]) return existsSync(join(ROOT, path)) ? path : undefined;
    return from === '' ? undefined : nearest(from.replace(/(^|\/)node_modules\/(@[^/]+\/)?[^/]+$/, ''), name);
  };
  const add = (from: string, name: string) => {
    const place = nearest(from, name);
    if (!place || found.has(place)) return;
    found.add(place);
    addNeeded(place);
  };
  const addNeeded = (path: string) => {
    const { dependencies, optionalDependencies, peerDependencies, peerDependenciesMeta } = packages[path] ?? {};
    for (const name of Object.keys({ ...dependencies, ...optionalDependencies, ...peerDependencies }))
      if (!peerDependenciesMeta?.[name]?.optional) add(path, name);
  };
  if (names) for (const name of names) add('', name);
  else addNeeded('');
  return [...found];
}
