import { isAbsolute, join, relative } from 'node:path';
import { creationSite } from '../constructs/creation-site';
import { readManifests } from '../manifest/read-manifests';
import type { Diagnostic } from '../validation/diagnostic';
import { type ValidateOptions, validate } from '../validation/validate';
import type { AppObject } from './app-object';
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
    const yaml = yamlPosition(entry.file, entry.document, diagnostic, options.outdir ?? 'dist');
    const other = diagnostic.other && { ...diagnostic.other, ...originOf(entries[diagnostic.other.index]?.object) };
    return { ...diagnostic, ...originOf(entry.object), ...(yaml && { yaml }), ...(other && { other }) };
  });
}

/** The construct that made an object, and the line that made the construct. */
function originOf(object: AppObject | undefined): Pick<Diagnostic, 'construct' | 'source'> {
  if (!object) return {};
  const site = creationSite(object.construct);
  return { construct: object.construct.node.path, ...(site && { source: { ...site, file: fromHere(site.file) } }) };
}

/** Paths below the working directory are named from there, as compilers do. */
function fromHere(file: string): string {
  const path = relative(process.cwd(), file);
  return path.startsWith('..') || isAbsolute(path) ? file : path;
}

function yamlPosition(file: RenderedFile, document: number, { path }: Diagnostic, outdir: string): Diagnostic['yaml'] {
  const name = join(outdir, file.path);
  const { documents } = readManifests(file.content, { file: name });
  const position = documents.find((candidate) => candidate.document === document)?.closestPositionOf(path);
  return position && { file: name, line: position.line, column: position.column };
}
