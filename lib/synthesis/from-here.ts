import { isAbsolute, relative } from 'node:path';

/** Paths below the working directory are named from there, as compilers do. */
export function fromHere(file: string): string {
  const path = relative(process.cwd(), file);
  return path.startsWith('..') || isAbsolute(path) ? file : path;
}
