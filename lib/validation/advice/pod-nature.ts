import type { Container, EphemeralContainer, PodSpec } from '../../kubernetes/generated/decoded';
import type { FieldPath } from '../field-path';

/** The first minor whose Pod Security Standards allow more to pods with users of their own. Follows KEP-127. */
export const USER_NAMESPACE_RELAXED_SINCE = 35;

/** Whether a pod says that it runs on Windows nodes. */
export function isWindows({ os }: PodSpec): boolean {
  return os?.name === 'windows';
}

/**
 * Whether the Pod Security Standards allow more to a pod because its users are none of the node.
 *
 * Follows k8s.io/pod-security-admission policy/helpers.go relaxPolicyForUserNamespacePod.
 */
export function hasUsersOfItsOwn({ hostUsers }: PodSpec, minor: number): boolean {
  return minor >= USER_NAMESPACE_RELAXED_SINCE && hostUsers === false;
}

/** A container of whatever role, and where it is. */
export interface PlacedContainer {
  readonly container: Container | EphemeralContainer;
  readonly list: (typeof LISTS)[number];
  readonly index: number;
}

const LISTS = ['initContainers', 'containers', 'ephemeralContainers'] as const;

/**
 * All containers of a pod, as the Pod Security Standards look at them: sidecars and ephemeral ones too.
 *
 * Follows k8s.io/pod-security-admission policy/visitor.go visitContainers.
 */
export function allContainers(spec: PodSpec): PlacedContainer[] {
  const all: PlacedContainer[] = [];
  for (const list of LISTS) spec[list]?.forEach((container, index) => void all.push({ container, list, index }));
  return all;
}

/** Where a container is, by where the spec of its pod is. */
export function placeOf({ list, index }: PlacedContainer, specAt: FieldPath): FieldPath {
  return specAt.child(list).index(index);
}

/** Names as a phrase: `container web`, `containers web and log`, `containers a, b and c`. */
export function containerNames(containers: readonly PlacedContainer[]): string {
  const names = containers.map(({ container }) => container.name ?? '');
  if (names.length < 2) return `container ${names.join('')}`;
  return `containers ${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
