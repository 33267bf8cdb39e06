import { DEFAULT_MINOR } from '../kubernetes/version';
import { chooseRules } from '../validation/advice/choose-rules';
import type { Diagnostic } from '../validation/diagnostic';
import type { ValidateOptions } from '../validation/validate-options';
import type { Supervision } from '../validation/validation';
import type { AppObject } from './app-object';
import { appWaivers } from './app-waivers';
import { checkObjects } from './check-objects';
import type { RenderedFile } from './rendered-file';
import { yamlPositions } from './yaml-positions';

/** How to check rendered files. */
export interface CheckOptions extends ValidateOptions, Pick<Supervision, 'adviceLimit'> {
  /** The output folder that the files are for, as findings name it. Default: `dist`. */
  readonly outdir?: string;
  /** The objects to report on; the others are only what these refer to. Default: all. */
  readonly only?: ReadonlySet<AppObject>;
}

/** Validates the objects of rendered files as one app, for one version; see `checkVersions`. */
export function checkRendered(files: readonly RenderedFile[], options: CheckOptions = {}): Diagnostic[] {
  const version = options.kubeVersion ?? `1.${DEFAULT_MINOR}`;
  return checkVersions(files, [version], options).get(version) ?? [];
}

/**
 * Validates the objects of rendered files as one app, for each of some Kubernetes versions.
 *
 * Every finding names the construct, its `new ...` call and the line of YAML. What is waived is left out; a waiver of no
 * use is a finding itself.
 */
export function checkVersions(
  files: readonly RenderedFile[],
  kubeVersions: readonly string[],
  { outdir = 'dist', only, ...options }: CheckOptions = {},
): Map<string, Diagnostic[]> {
  const entries = files.flatMap((file) => file.objects.map((object, document) => ({ file, object, document })));
  const objects = entries.map(({ object }) => object);
  const { isWaived, problems } = appWaivers(objects);
  const isReported = only && ((index: number) => only.has(objects[index] as AppObject));
  const positionIn = yamlPositions(outdir);
  const located = (diagnostic: Diagnostic): Diagnostic => {
    const entry = entries[diagnostic.object.index];
    // What only counts other findings has no place.
    if (!entry || (diagnostic.reason === 'Advice' && diagnostic.count !== undefined)) return diagnostic;
    const yaml = positionIn(entry.file, entry.document, diagnostic.path);
    return { ...diagnostic, ...(yaml && { yaml }) };
  };
  const found = kubeVersions.map((kubeVersion): [string, Diagnostic[]] => {
    const diagnostics = checkObjects(objects, { ...options, kubeVersion, isReported, isWaived });
    return [kubeVersion, diagnostics.map(located)];
  });
  const unfit = problems(chooseRules(options), kubeVersions).filter(({ object }) => isReported?.(object.index) ?? true);
  return new Map(found.map(([version, diagnostics]) => [version, [...diagnostics, ...unfit]]));
}
