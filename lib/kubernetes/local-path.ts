/**
 * Why a path does not stay below the directory that it is relative to: it is absolute, or has a `..` element.
 *
 * Follows kubernetes pkg/apis/core/validation/validation.go validateLocalDescendingPath.
 */
export function descendingPath(path: string): string[] {
  const reasons = path.startsWith('/') ? ['must be a relative path'] : [];
  return reasons.concat(pathWithoutBacksteps(path));
}

/** Why a path may lead upwards: it has a `..` element. Follows validatePathNoBacksteps of the same file. */
export function pathWithoutBacksteps(path: string): string[] {
  return path.includes('..') && path.split('/').includes('..') ? ["must not contain '..'"] : [];
}

/**
 * Why a path does not name a file of a volume: it does not stay below the volume's directory, or begins with `..` as
 * the files of the kubelet's own do. Follows ValidateLocalNonReservedPath of the same file.
 */
export function volumeFilePath(path: string): string[] {
  const reasons = descendingPath(path);
  if (path.startsWith('..') && !path.startsWith('../')) reasons.push("must not start with '..'");
  return reasons;
}
