import { DEFAULT_MINOR, minorOf } from '../kubernetes/version';
import { compareObjects } from './compare-objects';
import { matchObjects } from './match-objects';
import type { ComparedObject, ObjectChange } from './object-change';

/** How to compare manifests. */
export interface CompareOptions {
  /** The Kubernetes version whose defaults and update rules count, `1.28` to `1.36`. Default: `1.36`. */
  readonly kubeVersion?: string;
}

/**
 * Compares two sets of manifests object by object and field by field, and says what each change does when it is applied.
 *
 * Objects are matched by group, kind, namespace and name, and by content when they were renamed; list items by the merge
 * keys of their type. What the server makes the same object of has no effect. Values that may be secret are left out.
 *
 * @returns The changes in the order of the manifests after, removed objects last; empty when nothing differs.
 * @throws KubeVersionError when the version is not known.
 */
export function compareManifests(
  before: readonly ComparedObject[],
  after: readonly ComparedObject[],
  { kubeVersion }: CompareOptions = {},
): ObjectChange[] {
  const minor = kubeVersion === undefined ? DEFAULT_MINOR : minorOf(kubeVersion);
  return matchObjects(before, after).flatMap((match) => compareObjects(match, minor) ?? []);
}
