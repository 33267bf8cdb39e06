import type { PodSpec } from '../../../kubernetes/generated/decoded';
import { forbidden, invalid } from '../../finding';
import { defineRules } from '../../rule';
import { didYouMean } from './did-you-mean';
import { annotationsField, placeOf } from './pod-annotations';

const PREFIX = 'container.apparmor.security.beta.kubernetes.io/';
const LOCALHOST_PREFIX = 'localhost/';
const RUNTIME_DEFAULT = 'runtime/default';
const UNCONFINED = 'unconfined';

/** The annotations that held AppArmor profiles before there were fields for them. */
export const appArmorAnnotationRules = defineRules([
  {
    id: 'valid-app-armor-annotation-container',
    summary: 'An AppArmor annotation names a container of the pod after its slash.',
    why: 'A profile for a container that is not there protects nothing.',
    fix: 'Remove the annotation, or write the name of a container.',
    source: 'kubernetes pkg/apis/core/validation/validation.go ValidateAppArmorPodAnnotations',
    example: {
      bad: 'metadata: { name: web, annotations: { container.apparmor.security.beta.kubernetes.io/ap: runtime/default } }',
      good: 'metadata: { name: web, annotations: { container.apparmor.security.beta.kubernetes.io/app: runtime/default } }',
    },
    visit: {
      pod({ metadata }, at, report, { isPod, podSpec }) {
        for (const key in metadata?.annotations) {
          if (!key.startsWith(PREFIX)) continue;
          const name = key.slice(PREFIX.length);
          const names = containerNames(podSpec);
          if (names.includes(name)) continue;
          const extra = { ...placeOf(at, key), ...didYouMean(name, names) };
          report(invalid(annotationsField(at, isPod).key(key), name, 'must be the name of a container', extra));
        }
      },
    },
  },
  {
    id: 'valid-app-armor-annotation',
    summary: 'An AppArmor annotation is empty, runtime/default, unconfined, or begins with localhost/.',
    why: 'A node has no profiles of other names.',
    fix: 'Remove the annotation and write securityContext.appArmorProfile.',
    source: 'kubernetes pkg/apis/core/validation/validation.go ValidateAppArmorProfileFormat',
    example: {
      bad: 'metadata: { name: web, annotations: { container.apparmor.security.beta.kubernetes.io/app: default } }',
      good: 'metadata: { name: web, annotations: { container.apparmor.security.beta.kubernetes.io/app: runtime/default } }',
    },
    visit: {
      pod({ metadata }, at, report, { isPod }) {
        const annotations = metadata?.annotations;
        for (const key in annotations) {
          if (!key.startsWith(PREFIX) || isProfile(annotations[key] ?? '')) continue;
          const field = annotationsField(at, isPod).key(key);
          report(invalid(field, annotations[key], 'must be an AppArmor profile', placeOf(at, key)));
        }
      },
    },
  },
  {
    id: 'valid-app-armor-annotation-match',
    summary: 'An AppArmor annotation and the appArmorProfile of the container, or else of its pod, say the same.',
    why: 'The node would not know which of the two counts.',
    fix: 'Remove the annotation.',
    source: 'kubernetes pkg/apis/core/validation/validation.go validateAppArmorAnnotationsAndFieldsMatchOnCreate',
    since: 30,
    example: {
      bad: 'apiVersion: v1\nkind: Pod\nmetadata: { name: web, annotations: { container.apparmor.security.beta.kubernetes.io/app: unconfined } }\nspec: { containers: [{ name: app, image: a, securityContext: { appArmorProfile: { type: RuntimeDefault } } }] }',
      good: 'apiVersion: v1\nkind: Pod\nmetadata: { name: web, annotations: { container.apparmor.security.beta.kubernetes.io/app: runtime/default } }\nspec: { containers: [{ name: app, image: a, securityContext: { appArmorProfile: { type: RuntimeDefault } } }] }',
    },
    visit: {
      container({ name = '', securityContext }, at, report, { pod, podSpec }) {
        const profile = securityContext?.appArmorProfile ?? podSpec.securityContext?.appArmorProfile;
        const annotation = profile && pod.metadata?.annotations?.[`${PREFIX}${name}`];
        if (profile === undefined || annotation === undefined || podSpec.os?.name === 'windows') return;
        const field = at.down('securityContext', 'appArmorProfile');
        if (!isSameType(annotation, profile.type))
          report(forbidden(field.child('type'), `must match the annotation ${annotation}`));
        else if (profile.type === 'Localhost' && annotation !== `${LOCALHOST_PREFIX}${profile.localhostProfile}`)
          report(forbidden(field.child('localhostProfile'), `must match the annotation ${annotation}`));
      },
    },
  },
]);

function containerNames({ containers = [], initContainers = [], ephemeralContainers = [] }: PodSpec): string[] {
  return [...containers, ...initContainers, ...ephemeralContainers].map(({ name = '' }) => name);
}

function isProfile(annotation: string): boolean {
  const wellKnown = annotation === '' || annotation === RUNTIME_DEFAULT || annotation === UNCONFINED;
  return wellKnown || annotation.startsWith(LOCALHOST_PREFIX);
}

/** A type that is not valid itself is not compared. */
function isSameType(annotation: string, type: string | undefined): boolean {
  if (type === 'Unconfined') return annotation === UNCONFINED;
  if (type === 'RuntimeDefault') return annotation === RUNTIME_DEFAULT;
  return type !== 'Localhost' || annotation.startsWith(LOCALHOST_PREFIX);
}
