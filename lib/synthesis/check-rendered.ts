import { join } from 'node:path';
import { creationSite } from '../constructs/creation-site';
import { readManifests } from '../manifest/read-manifests';
import type { Diagnostic } from '../validation/diagnostic';
import { type ValidateOptions, validate } from '../validation/validate';
import type { RenderedFile } from './render';

/** How to check rendered files. */
export interface CheckOptions extends ValidateOptions {
  /** The output folder that the files are for, as findings name it. Default: `dist`. */
  readonly outdir?: string;
}

/**
 * Validates the objects of rendered files as one app.
 *
 * Every finding names the construct, its `new ...` call and the line of YAML.
 */
export function checkRendered(files: readonly RenderedFile[], options: CheckOptions = {}): Diagnostic[] {
  const entries = files.flatMap((file) => file.objects.map((object, document) => ({ file, object, document })));
  const diagnostics = validate(
    entries.map(({ object }) => object.json),
    { ...options, oneApp: true },
  );
  return diagnostics.map((diagnostic) => {
    const entry = entries[diagnostic.object.index];
    if (!entry) return diagnostic;
    const { construct } = entry.object;
    const source = creationSite(construct);
    const yaml = yamlPosition(entry.file, entry.document, diagnostic, options.outdir ?? 'dist');
    return { ...diagnostic, construct: construct.node.path, ...(source && { source }), ...(yaml && { yaml }) };
  });
}

function yamlPosition(file: RenderedFile, document: number, { path }: Diagnostic, outdir: string): Diagnostic['yaml'] {
  const name = join(outdir, file.path);
  const position = readManifests(file.content, { file: name }).documents[document]?.positionOf(path);
  return position && { file: name, line: position.line, column: position.column };
}
