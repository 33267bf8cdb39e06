import { applyDefaults } from '../../../lib/kubernetes/defaults/apply-defaults';
import { findKind } from '../../../lib/kubernetes/kinds';
import { decode } from '../../../lib/validation/decoding/decode';

type Body = Record<string, unknown>;

/** A manifest as the API server holds it before it validates; `metadata.name` is `web` unless given. */
export function defaulted(manifest: Body, minor = 36): Body {
  const kind = findKind(String(manifest.apiVersion), String(manifest.kind));
  if (!kind) throw new Error(`no kind ${manifest.apiVersion} ${manifest.kind}`);
  const { object, findings } = decode({ metadata: { name: 'web' }, ...manifest }, kind.type, minor);
  expect(findings).toEqual([]);
  applyDefaults(object, kind, minor);
  return object;
}

/** The spec of a defaulted object of a kind. */
export function defaultedSpec(apiVersion: string, kind: string, spec: Body | undefined, minor = 36): Body {
  return defaulted({ apiVersion, kind, ...(spec && { spec }) }, minor).spec as Body;
}

/** The spec of a defaulted Pod with one container, `spec` merged over it. */
export function defaultedPodSpec(spec: Body = {}, minor = 36): Body {
  return defaultedSpec('v1', 'Pod', { containers: [{ name: 'app', image: 'app:1' }], ...spec }, minor);
}

/** The spec of the pods of a defaulted Deployment. */
export function defaultedTemplateSpec(spec: Body = {}, minor = 36): Body {
  const template = { spec: { containers: [{ name: 'app', image: 'app:1' }], ...spec } };
  const { template: filled } = defaultedSpec('apps/v1', 'Deployment', { template }, minor) as {
    template: { spec: Body };
  };
  return filled.spec;
}

/** The only container of a defaulted Pod. */
export function defaultedContainer(container: Body, spec: Body = {}, minor = 36): Body {
  const containers = [{ name: 'app', image: 'app:1', ...container }];
  return (defaultedPodSpec({ containers, ...spec }, minor).containers as Body[])[0] as Body;
}

/** The only init container of a defaulted Pod. */
export function defaultedInitContainer(container: Body, minor = 36): Body {
  const initContainers = [{ name: 'init', image: 'app:1', ...container }];
  return (defaultedPodSpec({ initContainers }, minor).initContainers as Body[])[0] as Body;
}
