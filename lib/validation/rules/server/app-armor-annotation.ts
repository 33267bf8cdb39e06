import type { AppArmorProfile, PodSpec } from '../../../kubernetes/generated/decoded';
import type { FieldPath } from '../../field-path';
import { forbidden, invalid } from '../../finding';
import { defineRules, type Report } from '../../rule';
import { didYouMean } from './did-you-mean';
import { annotationsField, placeOf } from './pod-annotations';

const PREFIX = 'container.apparmor.security.beta.kubernetes.io/';
const LOCALHOST_PREFIX = 'localhost/';
const PROFILES = ['runtime/default', 'unconfined'];
const MUST_MATCH = 'annotation and field must match';

/** The annotations that named AppArmor profiles before containers had a field for them. */
export const appArmorAnnotationRules = defineRules([
  {
    id: 'valid-app-armor-annotation',
    summary:
      'An AppArmor annotation names a container of the pod and a profile: runtime/default, unconfined or localhost/NAME.',
    why: 'The annotation of a container that is not there protects nothing.',
    fix: 'Drop the annotation and write securityContext.appArmorProfile in the container.',
    source:
      'kubernetes pkg/apis/core/validation/validation.go ValidateAppArmorPodAnnotations, ValidateAppArmorProfileFormat',
    example: {
      bad: 'metadata: { name: web, annotations: { container.apparmor.security.beta.kubernetes.io/app: strict } }',
      good: 'metadata: { name: web, annotations: { container.apparmor.security.beta.kubernetes.io/app: runtime/default } }',
    },
    visit: {
      pod(pod, at, report, { isPod }) {
        const annotations = pod.metadata?.annotations;
        for (const key in annotations) {
          if (!key.startsWith(PREFIX)) continue;
          const name = key.slice(PREFIX.length);
          const profile = annotations[key] ?? '';
          const field = annotationsField(at, isPod).key(key);
          const names = containerNames(pod.spec);
          if (!names.includes(name))
            report(invalid(field, name, 'container not found', { ...placeOf(at, key), ...didYouMean(name, names) }));
          if (!isProfile(profile))
            report(invalid(field, profile, 'must be runtime/default, unconfined or localhost/NAME', placeOf(at, key)));
        }
      },
    },
  },
  {
    id: 'valid-app-armor-profile-beside-annotation',
    summary:
      'The appArmorProfile of a container, or that of its pod, says the same as the annotation for the container.',
    why: 'Which of the two holds would depend on the version of the kubelet.',
    fix: 'Drop the annotation.',
    source: 'kubernetes pkg/apis/core/validation/validation.go validateAppArmorAnnotationsAndFieldsMatchOnCreate',
    since: 30,
    example: {
      bad: 'apiVersion: v1\nkind: Pod\nmetadata: { name: web, annotations: { container.apparmor.security.beta.kubernetes.io/app: unconfined } }\nspec:\n  containers: [{ name: app, image: nginx, securityContext: { appArmorProfile: { type: RuntimeDefault } } }]',
      good: 'apiVersion: v1\nkind: Pod\nmetadata: { name: web }\nspec:\n  containers: [{ name: app, image: nginx, securityContext: { appArmorProfile: { type: RuntimeDefault } } }]',
    },
    visit: {
      container({ name, securityContext }, at, report, { pod, podSpec }) {
        const profile = securityContext?.appArmorProfile ?? podSpec.securityContext?.appArmorProfile;
        if (profile === undefined || podSpec.os?.name === 'windows') return;
        const annotation = pod.metadata?.annotations?.[PREFIX + (name ?? '')];
        if (annotation !== undefined) checkMatch(annotation, profile, at, report);
      },
    },
  },
]);

function containerNames({ containers = [], initContainers = [], ephemeralContainers = [] }: PodSpec = {}): string[] {
  return [...initContainers, ...containers, ...ephemeralContainers].map(({ name = '' }) => name);
}

function isProfile(profile: string): boolean {
  return profile === '' || PROFILES.includes(profile) || profile.startsWith(LOCALHOST_PREFIX);
}

function checkMatch(
  annotation: string,
  { type, localhostProfile }: AppArmorProfile,
  at: FieldPath,
  report: Report,
): void {
  const field = at.down('securityContext', 'appArmorProfile');
  const named = annotation.startsWith(LOCALHOST_PREFIX) ? annotation.slice(LOCALHOST_PREFIX.length) : undefined;
  const hasType =
    (type !== 'Unconfined' || annotation === 'unconfined') &&
    (type !== 'RuntimeDefault' || annotation === 'runtime/default') &&
    (type !== 'Localhost' || named !== undefined);
  if (!hasType) report(forbidden(field.child('type'), MUST_MATCH));
  else if (type === 'Localhost' && localhostProfile !== named)
    report(forbidden(field.child('localhostProfile'), MUST_MATCH));
}
