import type { SeccompProfile } from '../../../kubernetes/generated/decoded';
import { descendingPath } from '../../../kubernetes/local-path';
import type { FieldPath } from '../../field-path';
import { forbidden, invalid } from '../../finding';
import { defineRules, type Report } from '../../rule';
import { annotationsField, placeOf } from './pod-annotations';

const POD_KEY = 'seccomp.security.alpha.kubernetes.io/pod';
const CONTAINER_PREFIX = 'container.seccomp.security.alpha.kubernetes.io/';
const LOCALHOST_PREFIX = 'localhost/';
const RUNTIME_DEFAULTS = ['runtime/default', 'docker/default'];
const UNCONFINED = 'unconfined';

/** The annotations that held seccomp profiles before there were fields for them. */
export const seccompAnnotationRules = defineRules([
  {
    id: 'valid-seccomp-annotation',
    summary:
      'A seccomp annotation is runtime/default, unconfined, or localhost/ with a path below the profile directory.',
    why: 'The API server still reads it, although only the fields take effect.',
    fix: 'Remove the annotation and write securityContext.seccompProfile.',
    source: 'kubernetes pkg/apis/core/validation/validation.go ValidateSeccompPodAnnotations, ValidateSeccompProfile',
    example: {
      bad: 'metadata: { name: web, annotations: { seccomp.security.alpha.kubernetes.io/pod: default } }',
      good: 'metadata: { name: web, annotations: { seccomp.security.alpha.kubernetes.io/pod: runtime/default } }',
    },
    visit: {
      pod({ metadata }, at, report, { isPod }) {
        const annotations = metadata?.annotations;
        for (const key in annotations) {
          if (key !== POD_KEY && !key.startsWith(CONTAINER_PREFIX)) continue;
          const profile = annotations[key] ?? '';
          for (const reason of profileFaults(profile))
            report(invalid(annotationsField(at, isPod).child(key), profile, reason, placeOf(at, key)));
        }
      },
    },
  },
  {
    id: 'valid-seccomp-annotation-match',
    summary: 'A seccomp annotation and the seccompProfile of the same pod or container say the same.',
    why: 'Only the field takes effect, so a different annotation would mislead.',
    fix: 'Remove the annotation.',
    source: 'kubernetes pkg/apis/core/validation/validation.go validateSeccompAnnotationsAndFields',
    example: {
      bad: 'apiVersion: v1\nkind: Pod\nmetadata: { name: web, annotations: { seccomp.security.alpha.kubernetes.io/pod: unconfined } }\nspec: { securityContext: { seccompProfile: { type: RuntimeDefault } }, containers: [{ name: app, image: a }] }',
      good: 'apiVersion: v1\nkind: Pod\nmetadata: { name: web, annotations: { seccomp.security.alpha.kubernetes.io/pod: runtime/default } }\nspec: { securityContext: { seccompProfile: { type: RuntimeDefault } }, containers: [{ name: app, image: a }] }',
    },
    visit: {
      podSpec({ securityContext }, at, report, { pod }) {
        const profile = securityContext?.seccompProfile;
        if (profile) reportMismatch(pod.metadata?.annotations?.[POD_KEY], profile, at, report);
      },
      container({ name = '', securityContext }, at, report, { pod }) {
        const profile = securityContext?.seccompProfile;
        if (profile) reportMismatch(pod.metadata?.annotations?.[`${CONTAINER_PREFIX}${name}`], profile, at, report);
      },
    },
  },
]);

function profileFaults(profile: string): string[] {
  if (RUNTIME_DEFAULTS.includes(profile) || profile === UNCONFINED) return [];
  return profile.startsWith(LOCALHOST_PREFIX)
    ? descendingPath(profile.slice(LOCALHOST_PREFIX.length))
    : ['must be a seccomp profile'];
}

function reportMismatch(annotation: string | undefined, profile: SeccompProfile, at: FieldPath, report: Report): void {
  if (annotation === undefined) return;
  const field = at.down('securityContext', 'seccompProfile');
  const path = annotation.startsWith(LOCALHOST_PREFIX) ? annotation.slice(LOCALHOST_PREFIX.length) : undefined;
  if (profile.type === 'Localhost' && path !== undefined) {
    if (path !== profile.localhostProfile)
      report(forbidden(field.child('localhostProfile'), `must match the annotation ${annotation}`));
  } else if (!isSameType(annotation, profile.type)) {
    report(forbidden(field.child('type'), `must match the annotation ${annotation}`));
  }
}

/** A type that is not valid itself is not compared. */
function isSameType(annotation: string, type: string | undefined): boolean {
  if (type === 'Unconfined') return annotation === UNCONFINED;
  if (type === 'RuntimeDefault') return RUNTIME_DEFAULTS.includes(annotation);
  return type !== 'Localhost';
}
