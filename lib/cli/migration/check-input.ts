import { sumUnchecked } from '../../validation/custom-resources/sum-unchecked';
import type { Diagnostic } from '../../validation/diagnostic';
import { validate } from '../../validation/validate';
import { definitionsIn } from '../files/definitions-in';
import { type FileFindings, validateFiles } from '../files/validate-files';
import type { Input } from './read-input';

/** What the API server would say to the objects, with the places of the files they come from. */
export function checkInput(inputs: readonly Input[], kubeVersions: readonly string[]): Omit<FileFindings, 'objects'> {
  const customResourceDefinitions = inputs.flatMap(({ name, bytes }) => (bytes ? definitionsIn(name, bytes) : []));
  const files = inputs.flatMap(({ name, bytes }) => (bytes ? [{ name, bytes: () => bytes }] : []));
  const { diagnostics, skipped } = validateFiles(files, kubeVersions, { customResourceDefinitions });
  const made = inputs.flatMap(({ bytes, objects }) => (bytes ? [] : objects.map(({ object }) => object)));
  const all = kubeVersions.map((kubeVersion): [string, Diagnostic[]] => {
    const found = validate(made, { kubeVersion, customResourceDefinitions });
    return [kubeVersion, sumUnchecked([...(diagnostics.get(kubeVersion) ?? []), ...found])];
  });
  return { diagnostics: new Map(all), skipped };
}
