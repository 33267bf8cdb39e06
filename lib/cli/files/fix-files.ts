import { basename, dirname } from 'node:path';
import { type DocumentEdit, editYaml } from '../../manifest/edit-yaml';
import { readManifests } from '../../manifest/read-manifests';
import { objectName } from '../../report/report';
import { writeFiles } from '../../synthesis/write-files';
import type { Diagnostic } from '../../validation/diagnostic';
import { type InputFile, validateFiles } from './validate-files';

type Options = Parameters<typeof validateFiles>[2];

/** A finding that a program has mended. */
export interface Fixed {
  readonly file: string;
  readonly diagnostic: Diagnostic;
}

/**
 * Follows the advice that is safe to follow, in the files themselves; each is written whole or not at all, with its
 * comments and its layout. JSON, and objects that are items of a List, are left as they are.
 *
 * @param kubeVersions Advice counts that holds in all of them.
 */
export function fixFiles(files: readonly InputFile[], kubeVersions: readonly string[], options: Options): Fixed[] {
  const fixed: Fixed[] = [];
  for (const file of files) {
    const bytes = file.bytes();
    const text = bytes.toString('utf8');
    // What is no UTF-8, or begins with a byte order mark, would not come back as it was.
    if (/^\s*[{[]/.test(text) || !Buffer.from(text).equals(bytes) || text.startsWith('\ufeff')) continue;
    const edits = editsOf(file, text, kubeVersions, options);
    if (edits.length === 0) continue;
    const { text: edited, done } = editYaml(
      text,
      edits.map(([edit]) => edit),
    );
    const mended = new Set(edits.flatMap(([, diagnostic], index) => (done[index] ? [diagnostic] : [])));
    if (mended.size === 0) continue;
    writeFiles(dirname(file.name), [{ path: basename(file.name), content: edited }], { journal: false });
    for (const diagnostic of mended) fixed.push({ file: file.name, diagnostic });
  }
  return fixed;
}

/** A line a finding: what was changed where, and why. */
export function fixedText(fixed: readonly Fixed[]): string {
  return fixed
    .map(({ file, diagnostic }) => {
      const { rule, field, edits = [] } = diagnostic;
      const changes = edits.map(({ path, value }) =>
        value === undefined ? `removed ${path.at(-1)}` : `set ${path.at(-1)} to ${JSON.stringify(value)}`,
      );
      return `fixed ${file}: ${objectName(diagnostic)} ${field}: ${changes.join(', ')} [${rule}]\n`;
    })
    .join('');
}

function editsOf(
  file: InputFile,
  text: string,
  kubeVersions: readonly string[],
  options: Options,
): [DocumentEdit, Diagnostic][] {
  const { documents } = readManifests(text, { file: file.name });
  const counts = new Map<number, number>();
  for (const { document } of documents) counts.set(document, (counts.get(document) ?? 0) + 1);
  const { diagnostics } = validateFiles([file], kubeVersions, options);
  const [found = [], ...others] = [...diagnostics.values()];
  const key = ({ rule, object, field }: Diagnostic) => `${rule} ${object.index} ${field}`;
  const everywhere = others.map((list) => new Set(list.map(key)));
  return found.flatMap((diagnostic) => {
    const document = documents[diagnostic.object.index];
    if (!document || document.recovered || counts.get(document.document) !== 1) return [];
    if (!everywhere.every((keys) => keys.has(key(diagnostic)))) return [];
    return (diagnostic.edits ?? []).map((edit): [DocumentEdit, Diagnostic] => [
      { ...edit, document: document.document },
      diagnostic,
    ]);
  });
}
