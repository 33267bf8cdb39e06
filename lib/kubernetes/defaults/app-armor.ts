import { byteLength } from '../formats';
import type { AppArmorProfile, Container, EphemeralContainer, Pod } from '../generated/decoded';
import { hasOuterSpace } from '../white-space';

const ANNOTATION_PREFIX = 'container.apparmor.security.beta.kubernetes.io/';
const LOCALHOST_PREFIX = 'localhost/';
const LONGEST_PATH = 4095;
/** The minor that turned the annotations into fields. */
const FIELDS_SINCE = 30;
/** The last minor that writes annotations for kubelets that know no fields. */
const ANNOTATIONS_UNTIL = 33;

/**
 * Copies AppArmor annotations of a Pod to the fields of its containers and, until 1.33, fields to annotations.
 *
 * Follows kubernetes pkg/registry/core/pod/strategy.go applyAppArmorVersionSkew.
 */
export function defaultAppArmor(pod: Pod, minor: number): void {
  const { spec } = pod;
  if (minor < FIELDS_SINCE || spec === undefined || spec.os?.name === 'windows') return;
  const podProfile = spec.securityContext?.appArmorProfile;
  for (const containers of [spec.initContainers, spec.containers, spec.ephemeralContainers]) {
    for (const container of containers ?? []) syncContainer(container, podProfile, pod, minor);
  }
}

function syncContainer(
  container: Container | EphemeralContainer,
  podProfile: AppArmorProfile | undefined,
  pod: Pod,
  minor: number,
): void {
  const annotations = pod.metadata?.annotations;
  const key = `${ANNOTATION_PREFIX}${container.name ?? ''}`;
  const annotation = annotations?.[key];
  const profile = container.securityContext?.appArmorProfile;
  if (annotation === undefined) {
    const derived = minor <= ANNOTATIONS_UNTIL ? annotationFor(profile ?? podProfile) : undefined;
    if (derived === undefined) return;
    pod.metadata = { ...pod.metadata, annotations: { ...annotations, [key]: derived } };
  } else if (profile === undefined) {
    const derived = profileFor(annotation);
    if (derived === undefined || isSame(derived, podProfile)) return;
    container.securityContext = { ...container.securityContext, appArmorProfile: derived };
  }
}

/** Follows appArmorAnnotationForField. */
function annotationFor(profile: AppArmorProfile | undefined): string | undefined {
  if (profile?.type === 'Unconfined') return 'unconfined';
  if (profile?.type === 'RuntimeDefault') return 'runtime/default';
  if (profile?.type === 'Localhost' && profile.localhostProfile !== undefined) {
    return `${LOCALHOST_PREFIX}${profile.localhostProfile}`;
  }
  return undefined;
}

/** Follows pkg/api/pod/util.go ApparmorFieldForAnnotation; a profile that would not be valid is not copied. */
function profileFor(annotation: string): AppArmorProfile | undefined {
  if (annotation === 'unconfined') return { type: 'Unconfined' };
  if (annotation === 'runtime/default') return { type: 'RuntimeDefault' };
  if (!annotation.startsWith(LOCALHOST_PREFIX)) return undefined;
  const localhostProfile = annotation.slice(LOCALHOST_PREFIX.length);
  const isValid =
    localhostProfile !== '' && !hasOuterSpace(localhostProfile) && byteLength(localhostProfile) <= LONGEST_PATH;
  return isValid ? { type: 'Localhost', localhostProfile } : undefined;
}

function isSame(a: AppArmorProfile, b: AppArmorProfile | undefined): boolean {
  return a.type === b?.type && a.localhostProfile === b?.localhostProfile;
}
