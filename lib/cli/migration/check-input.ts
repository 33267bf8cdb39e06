import { sumUnchecked } from '../../validation/custom-resources/sum-unchecked';
import type { Diagnostic } from '../../validation/diagnostic';
import { validate } from '../../validation/validate';
import { definitionsIn } from '../files/definitions-in';
import { type FileFindings, validateFiles } from '../files/validate-files';
import type { Input } from './read-input';

/** What the API server would say to the objects, with the places of the files they come from. */
export function checkInput(inputs: readonly Input[], kubeVersions: readonly string[]): Omit<FileFindings, 'objects'> {
  const diagnostics = new Map<string, Diagnostic[]>(kubeVersions.map((version) => [version, []]));
  const skipped: { file: string; line: number; reason: string }[] = [];
  const definitions = inputs.flatMap(({ name, bytes }) => (bytes ? definitionsIn(name, bytes) : []));
  let index = 0;
  for (const input of inputs) {
    const { name, bytes } = input;
    const found = bytes
      ? validateFiles([{ name, bytes: () => bytes }], kubeVersions, { customResourceDefinitions: definitions })
      : checkObjects(input, kubeVersions, definitions);
    for (const [version, list] of found.diagnostics)
      for (const diagnostic of list) diagnostics.get(version)?.push(numberedFrom(index, diagnostic));
    skipped.push(...found.skipped);
    index += input.objects.length;
  }
  for (const [version, list] of diagnostics) diagnostics.set(version, sumUnchecked(list));
  return { diagnostics, skipped };
}

/** The diagnostic of an object that others come before. */
function numberedFrom(before: number, diagnostic: Diagnostic): Diagnostic {
  return { ...diagnostic, object: { ...diagnostic.object, index: before + diagnostic.object.index } };
}

function checkObjects(
  { objects }: Input,
  kubeVersions: readonly string[],
  customResourceDefinitions: readonly unknown[],
): Omit<FileFindings, 'objects'> {
  const plain = objects.map(({ object }) => object);
  const found = kubeVersions.map((kubeVersion): [string, Diagnostic[]] => [
    kubeVersion,
    validate(plain, { kubeVersion, customResourceDefinitions }),
  ]);
  return { diagnostics: new Map(found), skipped: [] };
}
