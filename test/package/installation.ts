import type { Locked } from './locked';

/** A fresh folder outside the repository, with the packed package installed in it. */
export interface Installation {
  /** The folder that holds the packed file, its sources and the app. */
  readonly folder: string;
  /** The folder of the app. */
  readonly app: string;
  /** What the package was packed from, with the declarations. */
  readonly sources: string;
  /** The packed file. */
  readonly tarball: string;
  /** What a lock file says of it. */
  readonly locked: Locked;
  /** Writes a file of the app. */
  write(path: string, text: string): void;
  /** Runs a program in the app's folder, or in another. */
  run(command: string, args: readonly string[], cwd?: string): Ran;
  /** Lets the app find packages of the repository that the package itself does not bring. */
  link(...packages: readonly string[]): void;
}

/** What came of running a program. */
export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}
