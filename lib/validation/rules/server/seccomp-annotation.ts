import type { SeccompProfile } from '../../../kubernetes/generated/decoded';
import { descendingPath } from '../../../kubernetes/local-path';
import type { FieldPath } from '../../field-path';
import { forbidden, invalid } from '../../finding';
import { defineRules, type Report } from '../../rule';
import { annotationsField, placeOf } from './pod-annotations';

const POD_KEY = 'seccomp.security.alpha.kubernetes.io/pod';
const CONTAINER_PREFIX = 'container.seccomp.security.alpha.kubernetes.io/';
const LOCALHOST_PREFIX = 'localhost/';
const RUNTIME_DEFAULT = ['runtime/default', 'docker/default'];
const MUST_MATCH = 'annotation and field must match';

/** The annotations that named seccomp profiles before pods had fields for them. */
export const seccompAnnotationRules = defineRules([
  {
    id: 'valid-seccomp-annotation',
    summary:
      'A seccomp annotation says runtime/default, unconfined, or localhost/ and a path below the profile folder.',
    why: 'The API server still checks the annotation, although only the field has an effect.',
    fix: 'Drop the annotation and write securityContext.seccompProfile.',
    source: 'kubernetes pkg/apis/core/validation/validation.go ValidateSeccompPodAnnotations, ValidateSeccompProfile',
    example: {
      bad: 'metadata: { name: web, annotations: { seccomp.security.alpha.kubernetes.io/pod: RuntimeDefault } }',
      good: 'metadata: { name: web, annotations: { seccomp.security.alpha.kubernetes.io/pod: runtime/default } }',
    },
    visit: {
      pod(pod, at, report, { isPod }) {
        const annotations = pod.metadata?.annotations;
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
    id: 'valid-seccomp-profile-beside-annotation',
    summary: 'The seccompProfile of a pod or container says the same as the annotation for it.',
    why: 'Which of the two holds would depend on the version of the kubelet.',
    fix: 'Drop the annotation.',
    source: 'kubernetes pkg/apis/core/validation/validation.go validateSeccompAnnotationsAndFields',
    example: {
      bad: 'apiVersion: v1\nkind: Pod\nmetadata: { name: web, annotations: { seccomp.security.alpha.kubernetes.io/pod: unconfined } }\nspec:\n  containers: [{ name: app, image: nginx }]\n  securityContext: { seccompProfile: { type: RuntimeDefault } }',
      good: 'apiVersion: v1\nkind: Pod\nmetadata: { name: web }\nspec:\n  containers: [{ name: app, image: nginx }]\n  securityContext: { seccompProfile: { type: RuntimeDefault } }',
    },
    visit: {
      podSpec({ securityContext }, at, report, { pod }) {
        const profile = securityContext?.seccompProfile;
        const annotation = pod.metadata?.annotations?.[POD_KEY];
        if (profile && annotation !== undefined) checkMatch(annotation, profile, at, report);
      },
      container({ name, securityContext }, at, report, { pod }) {
        const profile = securityContext?.seccompProfile;
        if (profile === undefined) return;
        const annotation = pod.metadata?.annotations?.[CONTAINER_PREFIX + (name ?? '')];
        if (annotation !== undefined) checkMatch(annotation, profile, at, report);
      },
    },
  },
]);

function profileFaults(profile: string): string[] {
  if (RUNTIME_DEFAULT.includes(profile) || profile === 'unconfined') return [];
  if (profile.startsWith(LOCALHOST_PREFIX)) return descendingPath(profile.slice(LOCALHOST_PREFIX.length));
  return ['must be runtime/default, unconfined, or localhost/ and a path'];
}

function checkMatch(
  annotation: string,
  { type, localhostProfile }: SeccompProfile,
  at: FieldPath,
  report: Report,
): void {
  const field = at.down('securityContext', 'seccompProfile');
  const named = annotation.startsWith(LOCALHOST_PREFIX) ? annotation.slice(LOCALHOST_PREFIX.length) : undefined;
  const hasType =
    (type !== 'Unconfined' || annotation === 'unconfined') &&
    (type !== 'RuntimeDefault' || RUNTIME_DEFAULT.includes(annotation)) &&
    (type !== 'Localhost' || named !== undefined);
  if (!hasType) report(forbidden(field.child('type'), MUST_MATCH));
  else if (type === 'Localhost' && localhostProfile !== named)
    report(forbidden(field.child('localhostProfile'), MUST_MATCH));
}
