import type { ManifestFile } from '../../manifest/manifest-file';

/** Why a file is passed over that lies in a folder with manifests, as a sentence. */
export const NO_MANIFEST =
  'Nothing in it has apiVersion or kind, so it is no manifest: name the file to check it anyway.';

const TYPE_FIELD = /^(api[-_]?version|kind|items)$/i;
const TYPE_WORD = /\b(api[-_]?version|kind)\b/i;

/**
 * Whether a file of a folder is one of manifests: some object in it has at least one of `apiVersion` and `kind`, however
 * they are capitalised, or, where its text is faulty, speaks of them. Folders hold configuration of other programs too.
 */
export function holdsManifests({ documents, problems, text }: ManifestFile): boolean {
  if (documents.some(({ object }) => Object.keys(object).some((name) => TYPE_FIELD.test(name)))) return true;
  return documents.length + problems.length === 0 || (problems.length > 0 && TYPE_WORD.test(text));
}
