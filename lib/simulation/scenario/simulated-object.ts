import { applyDefaults } from '../../kubernetes/defaults/apply-defaults';
import type { ObjectMeta, PodSpec, PodTemplateSpec } from '../../kubernetes/generated/decoded';
import { findKind, type Kind } from '../../kubernetes/kinds';
import { withoutNulls } from '../../kubernetes/without-nulls';
import type { Manifest } from '../controllers/cluster/object-store';
import { ScenarioError } from './scenario-error';

const SIMULATED = ['Pod', 'Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet', 'Job', 'CronJob'];

/** A construct, or anything else that says what its object is. */
export interface ObjectSource {
  toJson(): unknown;
}

/** An object that makes pods, with the API server's defaults filled in. */
export interface SimulatedObject {
  readonly kind: Kind;
  readonly name: string;
  /** The namespace that it was written for. */
  readonly namespace: string;
  readonly object: Record<string, unknown>;
  /** Its pod template, or a Pod itself. */
  readonly template: { readonly metadata?: ObjectMeta; readonly spec: PodSpec };
}

/** A plain object, from a construct or from itself, without the nulls that stand for absent fields. */
export function plainObject(source: unknown): Manifest {
  const plain = hasToJson(source) ? source.toJson() : source;
  if (typeof plain === 'object' && plain !== null) return withoutNulls(plain);
  throw new ScenarioError('only Kubernetes objects can be simulated.');
}

/**
 * The object that is to be simulated, in the default namespace; the one that is given stays as it is.
 *
 * @param source A construct, or a plain Kubernetes object.
 * @throws ScenarioError when it makes no pods, or has no containers.
 */
export function simulatedObject(source: unknown, minor: number): SimulatedObject {
  const object = plainObject(source) as Record<string, unknown>;
  const kind = findKind(String(object.apiVersion), String(object.kind));
  if (!kind?.podTemplate || !SIMULATED.includes(kind.kind)) {
    throw new ScenarioError(
      `${object.kind ?? 'an object without kind'} cannot be simulated; name one of ${SIMULATED.join(', ')}.`,
    );
  }
  applyDefaults(object, kind, minor);
  const { name: given, generateName, namespace = 'default', ...metadata } = object.metadata as ObjectMeta;
  const name = given ?? `${generateName ?? `${kind.kind.toLowerCase()}-`}1`;
  object.metadata = { ...metadata, name };
  const template = kind.podTemplate.reduce<unknown>(
    (value, key) => (value as Record<string, unknown> | undefined)?.[key],
    object,
  ) as PodTemplateSpec | undefined;
  if (!template?.spec?.containers?.length) throw new ScenarioError(`${kind.kind}/${name} has no containers.`);
  return { kind, name, namespace, object, template: { ...template, spec: template.spec } };
}

function hasToJson(source: unknown): source is ObjectSource {
  return typeof source === 'object' && source !== null && 'toJson' in source && typeof source.toJson === 'function';
}
