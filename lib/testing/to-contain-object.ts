import { manifestsIn, referenceTo } from './manifests';
import { type MatcherResult, matcherResult } from './matcher';
import { alternatives, type ObjectReference, referencedObjects, referenceText } from './object-reference';

/**
 * Whether there is an object of a kind, a name, or both.
 *
 * @param received An App, a Chart, a construct, a plain object or a list of these.
 */
export function toContainObject(received: unknown, reference: ObjectReference): MatcherResult {
  const manifests = manifestsIn(received);
  const found = referencedObjects(manifests, reference);
  const pass = found.length > 0;
  return matcherResult(pass, manifests.title, `to contain ${referenceText(reference)}`, () =>
    pass ? `It contains ${found.map(referenceTo).join(', ')}.` : alternatives(manifests, reference),
  );
}
