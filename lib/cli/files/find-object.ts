import { suggest } from '../../kubernetes/suggest';
import { UsageError } from '../command';

/** An object as it is written in a manifest. */
export type PlainObject = Readonly<Record<string, unknown>>;

/**
 * The one object that is named.
 *
 * @param reference `Deployment/web`, or `web` alone; case does not matter for the kind.
 * @throws UsageError when there is none, or there are several.
 */
export function findObject(objects: readonly PlainObject[], reference: string): PlainObject {
  const found = objects.filter((object) => isMeant(object, reference));
  const [first, ...more] = found;
  if (first && more.length === 0) return first;
  if (first) throw new UsageError(`name one of ${namesOf(found)}.`);
  const names = objects.map(referenceTo);
  const meant = suggest(reference, names);
  throw new UsageError(
    `there is no ${reference}; ${meant ? `did you mean ${meant}?` : `there are ${names.join(', ')}.`}`,
  );
}

/** `Deployment/web`. */
export function referenceTo(object: PlainObject): string {
  return `${object.kind}/${metadataOf(object).name ?? ''}`;
}

/** Objects of the same name differ by their namespaces, or stand there twice: in two environments, for instance. */
function namesOf(objects: readonly PlainObject[]): string {
  const names = objects.map(referenceTo);
  if (new Set(names).size === names.length) return names.join(', ');
  return `${objects.map((object) => `${referenceTo(object)} of ${metadataOf(object).namespace ?? 'no namespace'}`).join(', ')}; give its file, or --env`;
}

function metadataOf({ metadata }: PlainObject): { readonly name?: string; readonly namespace?: string } {
  return (metadata ?? {}) as { name?: string };
}

function isMeant(object: PlainObject, reference: string): boolean {
  const [kind, name] = reference.includes('/') ? reference.split('/') : [undefined, reference];
  return (
    metadataOf(object).name === name && (kind === undefined || kind.toLowerCase() === String(object.kind).toLowerCase())
  );
}
