import { findKind } from '../../kubernetes/kinds';
import { suggest } from '../../kubernetes/suggest';
import { UsageError } from '../command';

/** An object as it is written in a manifest. */
export type PlainObject = Readonly<Record<string, unknown>>;

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
  const names = workloads.map(referenceTo);
  const found = reference === undefined ? workloads : workloads.filter((object) => isMeant(object, reference));
  const [first, ...more] = found;
  if (first && more.length === 0) return first;
  if (first) throw new UsageError(`name one of ${found.map(referenceTo).join(', ')}.`);
  if (reference === undefined || names.length === 0) throw new UsageError('there is no object that makes pods.');
  const meant = suggest(reference, names);
  throw new UsageError(
    `there is no ${reference}; ${meant ? `did you mean ${meant}?` : `there are ${names.join(', ')}.`}`,
  );
}

function referenceTo(object: PlainObject): string {
  return `${object.kind}/${nameOf(object)}`;
}

function nameOf({ metadata }: PlainObject): string {
  return (metadata as { name?: string } | undefined)?.name ?? '';
}

function isMeant(object: PlainObject, reference: string): boolean {
  const [kind, name] = reference.includes('/') ? reference.split('/') : [undefined, reference];
  return nameOf(object) === name && (kind === undefined || kind.toLowerCase() === String(object.kind).toLowerCase());
}
