import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** What the package.json of this package says of it. */
interface PackageJson {
  readonly version: string;
  /** The packages that it is tested with. */
  readonly devDependencies: Readonly<Record<string, string>>;
}

/** The package.json above this file, which lies deeper once it is built. */
export function packageJson(): PackageJson {
  let folder = __dirname;
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder);
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
}

/** The version of this package. */
export function packageVersion(): string {
  return packageJson().version;
}
