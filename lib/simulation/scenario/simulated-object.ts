import { applyDefaults } from '../../kubernetes/defaults/apply-defaults';
import type { ObjectMeta, PodSpec, PodTemplateSpec } from '../../kubernetes/generated/decoded';
import { findKind, type Kind } from '../../kubernetes/kinds';
import { ScenarioError } from './scenario-error';

/** A construct, or anything else that says what its object is. */
export interface ObjectSource {
  toJson(): unknown;
}

/** An object that makes pods, with the API server's defaults filled in. */
export interface SimulatedObject {
  readonly kind: Kind;
  readonly name: string;
  readonly namespace: string;
  readonly object: Record<string, unknown>;
  /** Its pod template, or a Pod itself. */
  readonly template: { readonly metadata?: ObjectMeta; readonly spec: PodSpec };
}

/**
 * The object that is to be simulated; the one that is given stays as it is.
 *
 * @param source A construct, or a plain Kubernetes object.
 * @throws ScenarioError when it makes no pods, or has no containers.
 */
export function simulatedObject(source: unknown, minor: number): SimulatedObject {
  const plain = hasToJson(source) ? source.toJson() : source;
  if (typeof plain !== 'object' || plain === null) throw new ScenarioError('only Kubernetes objects can be simulated.');
  const object = structuredClone(plain) as Record<string, unknown>;
  const kind = findKind(String(object.apiVersion), String(object.kind));
  if (!kind?.podTemplate || kind.kind === 'PodTemplate') {
    throw new ScenarioError(`${object.kind ?? 'an object without kind'} makes no pods, so that there is nothing to simulate.`);
  }
  applyDefaults(object, kind, minor);
  const { name, generateName, namespace } = object.metadata as ObjectMeta;
  const template = kind.podTemplate.reduce<unknown>(
    (value, key) => (value as Record<string, unknown> | undefined)?.[key],
    object,
  ) as PodTemplateSpec | undefined;
  if (!template?.spec?.containers?.length) throw new ScenarioError(`${kind.kind} ${name ?? ''} has no containers.`);
  return {
    kind,
    name: name ?? `${generateName ?? kind.kind.toLowerCase()}`,
    namespace: namespace ?? 'default',
    object,
    template: { ...template, spec: template.spec },
  };
}

function hasToJson(source: unknown): source is ObjectSource {
  return typeof source === 'object' && source !== null && 'toJson' in source && typeof source.toJson === 'function';
}
