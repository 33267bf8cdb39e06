/** The Kubernetes minors that podwright knows: `28` stands for 1.28. */
export const MINORS = [28, 29, 30, 31, 32, 33, 34, 35, 36] as const;

/** The minor that is meant when no version is given. */
export const DEFAULT_MINOR = 36;

/** A `kubeVersion` that podwright does not know. */
export class KubeVersionError extends Error {
  readonly code = 'ERR_KUBE_VERSION';
}

/**
 * The minor of a Kubernetes version, as a number.
 *
 * @param kubeVersion `1.28` to `1.36`, also with a `v` in front or a patch number behind (`v1.30.4`).
 * @throws KubeVersionError for anything else.
 */
export function minorOf(kubeVersion: string): number {
  const minor = Number(/^v?1\.(\d+)(\.\d+)?([-+].*)?$/.exec(kubeVersion.trim())?.[1] ?? Number.NaN);
  if ((MINORS as readonly number[]).includes(minor)) return minor;
  throw new KubeVersionError(
    `Kubernetes version '${kubeVersion}' is not known; give one from 1.${MINORS[0]} to 1.${DEFAULT_MINOR}.`,
  );
}

/**
 * The minors that a version, a list or a range names, ascending.
 *
 * @param text `1.30`, `1.28,1.36`, `1.28..1.36` (also with `-` or a single-character ellipsis), or `all`.
 * @throws KubeVersionError for anything else.
 */
export function minorsOf(text: string): number[] {
  if (text.trim() === 'all') return [...MINORS];
  const found = new Set<number>();
  for (const part of text.split(',')) {
    const [from = '', to = from] = part.split(/\s*(?:\.\.+|…|-)\s*/);
    const [first, last] = [minorOf(from), minorOf(to)];
    for (const minor of MINORS) if (minor >= first && minor <= last) found.add(minor);
  }
  if (found.size === 0)
    throw new KubeVersionError(
      `Kubernetes versions '${text}' name no version; a range goes upwards, as in 1.28..1.36.`,
    );
  return [...found].sort((a, b) => a - b);
}
