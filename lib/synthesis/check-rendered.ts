import { join } from 'node:path';
import type { ManifestDocument } from '../manifest/manifest-file';
import type { Diagnostic } from '../validation/diagnostic';
import type { ValidateOptions } from '../validation/validate-options';
import type { AppObject } from './app-object';
import { checkObjects } from './check-objects';
import type { RenderedFile } from './render';

/** How to check rendered files. */
export interface CheckOptions extends ValidateOptions {
  /** The output folder that the files are for, as findings name it. Default: `dist`. */
  readonly outdir?: string;
  /** The objects to report on; the others are only what these refer to. Default: all. */
  readonly only?: ReadonlySet<AppObject>;
}

/**
 * Validates the objects of rendered files as one app.
 *
 * Every finding names the construct, its `new ...` call and the line of YAML.
 */
export function checkRendered(files: readonly RenderedFile[], options: CheckOptions = {}): Diagnostic[] {
  const entries = files.flatMap((file) => file.objects.map((object, document) => ({ file, object, document })));
  const diagnostics = checkObjects(
    entries.map(({ object }) => object),
    options.kubeVersion === undefined ? {} : { kubeVersion: options.kubeVersion },
  );
  const positionIn = yamlPositions(options.outdir ?? 'dist');
  return diagnostics.flatMap((diagnostic) => {
    const entry = entries[diagnostic.object.index];
    if (!entry || options.only?.has(entry.object) === false) return [];
    const yaml = positionIn(entry.file, entry.document, diagnostic);
    return [{ ...diagnostic, ...(yaml && { yaml }) }];
  });
}

/** Finds the line of a finding in a rendered file; each file is read once, and only when something is found in it. */
function yamlPositions(outdir: string) {
  const read = new Map<RenderedFile, readonly ManifestDocument[]>();
  return (file: RenderedFile, document: number, { path }: Diagnostic): Diagnostic['yaml'] => {
    const name = join(outdir, file.path);
    const documents = read.get(file) ?? readDocuments(file.content, name);
    read.set(file, documents);
    const position = documents.find((candidate) => candidate.document === document)?.closestPositionOf(path);
    return position && { file: name, line: position.line, column: position.column };
  };
}

/** The reader is loaded when it is needed: in an app without findings it never is. */
function readDocuments(content: string, file: string): readonly ManifestDocument[] {
  const { readManifests } = require('../manifest/read-manifests') as typeof import('../manifest/read-manifests');
  return readManifests(content, { file }).documents;
}
