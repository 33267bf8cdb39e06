import { isObject, type JsonObject } from '../comparison/json';
import { type Manifests, manifestsIn, referenceTo } from './manifests';
import { type MatcherResult, matcherResult } from './matcher';
import { alternatives, type ObjectReference, referencedObjects, referenceText } from './object-reference';
import { changesText, partialChanges } from './partial-match';
import { TestingError } from './testing-error';

/**
 * Whether an object, as it is written, has all that a part of one says: its fields, and in lists the items of the same
 * keys, such as containers of the same name. Of several objects, the kind and name in the part say which is meant.
 *
 * @param received An App, a Chart, a construct, a plain object or a list of these.
 * @param parts A part of an object, or parts of several.
 * @throws TestingError `ERR_OBJECT` when a part may be one of several objects.
 */
export function toMatchManifest(received: unknown, parts: JsonObject | readonly JsonObject[]): MatcherResult {
  const manifests = manifestsIn(received);
  const list: readonly JsonObject[] = Array.isArray(parts) ? parts : [parts];
  const mismatches = list.flatMap((part) => mismatchOf(part, manifests) ?? []);
  const expectation = list.length === 1 ? 'to match the manifest' : `to match the ${list.length} manifests`;
  return matcherResult(mismatches.length === 0, manifests.title, expectation, () => mismatches.join('\n\n'));
}

function mismatchOf(part: JsonObject, manifests: Manifests): string | undefined {
  const reference = referenceIn(part);
  const [only, ...others] = manifests.objects;
  const candidates = only && others.length === 0 ? [only.json] : referencedObjects(manifests, reference);
  const [object, ...more] = candidates;
  if (!object)
    return `There is no ${referenceText(reference).replace(/^an? /, '')}; ${alternatives(manifests, reference)}`;
  if (more.length > 0)
    throw new TestingError(
      'ERR_OBJECT',
      `the manifest may be one of ${candidates.map(referenceTo).join(', ')}; give it the kind and metadata.name of the one that is meant.`,
    );
  const changes = partialChanges(part, object);
  if (changes.length === 0) return undefined;
  const text = changesText(changes);
  return manifests.objects.length === 1 ? text : `${referenceTo(object)}: ${text}`;
}

function referenceIn({ apiVersion, kind, metadata }: JsonObject): ObjectReference {
  const { name, namespace } = isObject(metadata) ? metadata : {};
  const given = Object.entries({ apiVersion, kind, name, namespace }).filter(([, value]) => typeof value === 'string');
  return Object.fromEntries(given);
}
