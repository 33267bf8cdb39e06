import { defaulted } from './defaulted';

type Body = Record<string, unknown>;

const KEY = 'container.apparmor.security.beta.kubernetes.io/app';

function pod(annotation: string | undefined, container: Body, spec: Body = {}, minor = 36): Body {
  const metadata = { name: 'web', ...(annotation !== undefined && { annotations: { [KEY]: annotation } }) };
  const containers = [{ name: 'app', image: 'app:1', ...container }];
  return defaulted({ apiVersion: 'v1', kind: 'Pod', metadata, spec: { containers, ...spec } }, minor);
}

const withProfile = (appArmorProfile: Body) => ({ securityContext: { appArmorProfile } });

describe('defaultAppArmor, from annotation to field', () => {
  test.each<[string, Body | undefined]>([
    ['runtime/default', { type: 'RuntimeDefault' }],
    ['unconfined', { type: 'Unconfined' }],
    ['localhost/own', { type: 'Localhost', localhostProfile: 'own' }],
    ['localhost/', undefined],
    ['localhost/ padded', undefined],
    ['localhost/\u0085padded', undefined],
    ['nonsense', undefined],
  ])('%s', (annotation, profile) => {
    const container = (pod(annotation, {}).spec as { containers: Body[] }).containers[0];
    expect(container?.securityContext).toEqual(profile && { appArmorProfile: profile });
  });

  test.each([
    [4095, true],
    [4096, false],
  ])('a name of %i bytes', (length, copied) => {
    const container = (pod(`localhost/${'a'.repeat(length)}`, {}).spec as { containers: Body[] }).containers[0];
    expect(container?.securityContext !== undefined).toBe(copied);
  });

  test.each<[string, Body, Body, number]>([
    ['a field of the container stays', withProfile({ type: 'Unconfined' }), {}, 36],
    ['the same profile of the pod is enough', {}, withProfile({ type: 'RuntimeDefault' }), 36],
    ['Windows has no AppArmor', {}, { os: { name: 'windows' } }, 36],
    ['1.29 has no such field', {}, {}, 29],
  ])('%s', (_, container, spec, minor) => {
    const [filled] = (pod('runtime/default', container, spec, minor).spec as { containers: Body[] }).containers;
    expect(filled?.securityContext).toEqual(container.securityContext);
  });
});

describe('defaultAppArmor, from field to annotation', () => {
  test.each<[string, Body, Body, number, string | undefined]>([
    ['of the container', withProfile({ type: 'RuntimeDefault' }), {}, 33, 'runtime/default'],
    ['of the pod', {}, withProfile({ type: 'Unconfined' }), 33, 'unconfined'],
    ['with a profile of its own', withProfile({ type: 'Localhost', localhostProfile: 'own' }), {}, 30, 'localhost/own'],
    ['without a profile', {}, {}, 33, undefined],
    ['no longer in 1.34', withProfile({ type: 'RuntimeDefault' }), {}, 34, undefined],
  ])('%s', (_, container, spec, minor, annotation) => {
    const { annotations } = pod(undefined, container, spec, minor).metadata as { annotations?: Body };
    expect(annotations?.[KEY]).toBe(annotation);
  });
});
