import { findKind } from '../../kubernetes/kinds';
import { UsageError } from '../command';
import { findObject, type PlainObject, referenceTo } from './find-object';

/** Kinds whose pods can be asked for by name. */
const hasPods = ({ apiVersion, kind }: PlainObject) => {
  const found = findKind(String(apiVersion), String(kind));
  return found?.podTemplate !== undefined && found.kind !== 'PodTemplate';
};

/**
 * The one object among others that makes pods, or the one that is named.
 *
 * @param reference `Deployment/web`, or `web` alone; case does not matter for the kind. Default: the only one that there is.
 * @throws UsageError when there is none, or there are several.
 */
export function findWorkload(objects: readonly PlainObject[], reference?: string): PlainObject {
  const workloads = objects.filter(hasPods);
  const [first, ...more] = workloads;
  if (!first) throw new UsageError('there is no object that makes pods.');
  if (reference !== undefined) return findObject(workloads, reference);
  if (more.length === 0) return first;
  throw new UsageError(`name one of ${workloads.map(referenceTo).join(', ')}.`);
}
