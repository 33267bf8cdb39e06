import { readManifests } from '../../manifest/read-manifests';
import { isDefinition } from '../../validation/custom-resources/definitions';
import { manifestParts } from './manifest-parts';

/** The CustomResourceDefinitions in a file of manifests; what does not speak of any is not read. */
export function definitionsIn(file: string, bytes: Buffer): Record<string, unknown>[] {
  if (!bytes.includes(KIND)) return [];
  return [...manifestParts(bytes)]
    .filter(({ bytes: part }) => part.includes(KIND))
    .flatMap(({ bytes: part }) => readManifests(part, { file }).documents)
    .flatMap(({ object }) => (isDefinition(object) ? [object] : []));
}

const KIND = 'CustomResourceDefinition';
