import { isObject, type JsonObject } from '../comparison/json';
import { nameOf } from '../comparison/object-change';
import { findKind } from '../kubernetes/kinds';
import { suggest } from '../kubernetes/suggest';
import { type Manifests, manifestsIn, referenceTo } from './manifests';
import { TestingError } from './testing-error';

/** Says which object is meant; what is left out may be anything. */
export interface ObjectReference {
  readonly apiVersion?: string;
  readonly kind?: string;
  /** An object that names no namespace is in `default`. */
  readonly namespace?: string;
  readonly name?: string;
}

const FIELDS: readonly (keyof ObjectReference)[] = ['apiVersion', 'kind', 'namespace', 'name'];

/** The objects that a reference names. */
export function referencedObjects({ objects }: Manifests, reference: ObjectReference): JsonObject[] {
  return objects.map(({ json }) => json).filter((json) => isObject(json) && isReferenced(json, reference));
}

function isReferenced(object: JsonObject, reference: ObjectReference): boolean {
  const names = nameOf(object);
  const namespace = names.namespace ?? (isClusterWide(object) ? undefined : 'default');
  return FIELDS.every(
    (field) =>
      reference[field] === undefined || reference[field] === (field === 'namespace' ? namespace : names[field]),
  );
}

function isClusterWide(object: JsonObject): boolean {
  const { apiVersion, kind } = nameOf(object);
  return findKind(apiVersion, kind)?.namespaced === false;
}

/** `Deployment/web`, `a ConfigMap`, `an object of apps/v1`. */
export function referenceText({ apiVersion, kind, namespace, name }: ObjectReference): string {
  const group = apiVersion === undefined ? '' : ` of ${apiVersion}`;
  const where = namespace === undefined ? '' : ` in the namespace ${namespace}`;
  const what = name === undefined ? `an object${kind ? ` of kind ${kind}` : ''}` : `${kind ?? 'an object'}/${name}`;
  return `${kind === undefined && name !== undefined ? `an object named ${name}` : what}${group}${where}`;
}

/** What there is instead of an object that is missed: the one that was meant most likely, then all. */
export function alternatives({ objects, title }: Manifests, reference: ObjectReference): string {
  const present = objects.filter(({ json }) => isObject(json)).map(({ json }) => referenceTo(json));
  if (present.length === 0) return `${title} holds no objects.`;
  const wanted = [reference.kind, reference.name].filter((part) => part !== undefined).join('/');
  const meant = suggest(wanted, present);
  return `${meant ? `did you mean ${meant}? ` : ''}${title} holds ${present.join(', ')}.`;
}

/**
 * The one object that a reference names in an App, a Chart, a construct or a list of objects, as plain data: what to
 * give to `expect` where a chart holds several.
 *
 * @throws TestingError `ERR_OBJECT` when there is none, or more than one.
 */
export function objectIn(received: unknown, reference: ObjectReference): JsonObject {
  const manifests = manifestsIn(received);
  const [object, ...more] = referencedObjects(manifests, reference);
  if (object && more.length === 0) return object;
  const text = referenceText(reference);
  if (!object)
    throw new TestingError(
      'ERR_OBJECT',
      `there is no ${text.replace(/^an? /, '')}; ${alternatives(manifests, reference)}`,
    );
  const found = [object, ...more].map(referenceTo).join(', ');
  throw new TestingError('ERR_OBJECT', `${text} may be one of ${found}; give what tells it from the others.`);
}
