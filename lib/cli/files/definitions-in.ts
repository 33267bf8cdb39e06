import { readManifests } from '../../manifest/read-manifests';
import { isDefinition } from '../../validation/custom-resources/definitions';

/** The CustomResourceDefinitions in a file of manifests; a file whose bytes do not speak of any is not read. */
export function definitionsIn(file: string, bytes: Buffer): Record<string, unknown>[] {
  if (!bytes.includes('CustomResourceDefinition')) return [];
  return readManifests(bytes, { file }).documents.flatMap(({ object }) => (isDefinition(object) ? [object] : []));
}
